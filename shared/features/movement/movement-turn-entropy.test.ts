import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementTurnEntropy as feature } from './movement-turn-entropy.js'

const walk = (steps: number, heading: (i: number) => number) => {
  const events = [move(0, 0, 0)]
  let [x, y] = [0, 0]
  for (let i = 0; i < steps; i++) {
    const length = i === 1 ? 11 : 10
    x += length * Math.cos(heading(i))
    y += length * Math.sin(heading(i))
    events.push(move(16 * (i + 1), x, y))
  }
  return events
}

describe('turn entropy', () => {
  it('is 0 for a line, also when it leans a little to both sides', () => {
    expect(
      readingOf(
        feature,
        walk(60, (i) => 0.05 * (i % 2)),
      ),
    ).toBe(0)
  })

  it('is ¼ for turns that alternate between two directions of sixteen, but for the first', () => {
    expect(
      readingOf(
        feature,
        walk(200, (i) => (i > 1 ? (i % 2) * (Math.PI / 2) : 0)),
      ),
    ).toBeCloseTo(0.25, 1)
  })

  it('needs 40 turns', () => {
    expect(
      readingOf(
        feature,
        walk(40, () => 0),
      ),
    ).toBeUndefined()
    expect(
      readingOf(
        feature,
        walk(41, () => 0),
      ),
    ).toBe(0)
  })
})
