import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementEvenSteps as feature } from './movement-even-steps.js'

const walk = (steps: number, length: (i: number) => number) => {
  const events = [move(0, 0, 0)]
  let x = 0
  for (let i = 0; i < steps; i++) {
    x += length(i)
    events.push(move(10 * (i + 1), Math.round(x), 0))
  }
  return events
}

describe('even steps', () => {
  it('are all of an interpolated line, in spite of rounding', () => {
    expect(
      readingOf(
        feature,
        walk(40, () => 8.3),
      ),
    ).toBe(1)
    expect(
      readingOf(
        feature,
        walk(40, () => 8),
      ),
    ).toBe(1)
  })

  it('are none where the pace changes', () => {
    expect(
      readingOf(
        feature,
        walk(40, (i) => 8 + 2 * (i % 3)),
      ),
    ).toBe(0)
  })

  it('are not counted among short steps', () => {
    expect(
      readingOf(
        feature,
        walk(400, () => 2),
      ),
    ).toBeUndefined()
  })
})
