import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementSpeedEntropy as feature } from './movement-speed-entropy.js'

const walk = (steps: number, length: (i: number) => number) => {
  const events = [move(0, 0, 0)]
  let x = 0
  for (let i = 0; i < steps; i++) {
    x += length(i)
    events.push(move(10 * (i + 1), x, i % 2))
  }
  return events
}

describe('speed entropy', () => {
  it('is 0 where every step is as fast', () => {
    expect(
      readingOf(
        feature,
        walk(50, () => 5),
      ),
    ).toBe(0)
  })

  it('is ln 2 ⁄ ln 12 for two speeds in turn', () => {
    expect(
      readingOf(
        feature,
        walk(60, (i) => (i % 2 ? 2 : 20)),
      ),
    ).toBeCloseTo(Math.log(2) / Math.log(12), 3)
  })

  it('is near 1 where all speeds are alike common', () => {
    expect(
      readingOf(
        feature,
        walk(120, (i) => 0.65 * 2 ** ((i % 12) / 2)),
      ),
    ).toBeGreaterThan(0.95)
  })
})
