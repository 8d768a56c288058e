import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementSpeedPeaks as feature } from './movement-speed-peaks.js'

/** One second of movement whose speed is given in px/ms. */
const second = (speed: (s: number) => number) => {
  const events = [move(0, 0, 0)]
  let x = 0
  for (let t = 10; t <= 1000; t += 10) {
    x += 10 * speed(t / 1000)
    events.push(move(t, x, (t / 10) % 2))
  }
  return [...events, move(5000, 0, 0)]
}

describe('speed peaks', () => {
  it('has none where speed is even', () => {
    expect(
      readingOf(
        feature,
        second(() => 1),
      ),
    ).toBe(0)
  })

  it('counts three bells in a second', () => {
    expect(
      readingOf(
        feature,
        second((s) => 3 * Math.sin(3 * Math.PI * s) ** 2),
      ),
    ).toBeCloseTo(3, 1)
  })
})
