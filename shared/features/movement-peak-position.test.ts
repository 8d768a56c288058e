import { describe, expect, it } from 'vitest'
import { movementPeakPosition as feature } from './movement-peak-position.js'
import { move, readingOf } from './testing/traces.js'

/** Twenty steps of 10 ms, the longest of which is the given one; twice, with rests. */
const withLongest = (longest: number) =>
  [0, 1000].flatMap((from) => Array.from({ length: 21 }, (_, i) => move(from + 10 * i, 6 * i + (i >= longest ? 40 : 0), i + (i % 2) / 2)))

describe('the position of the speed peak', () => {
  it('is when speed was highest as a share of the time', () => {
    expect(readingOf(feature, [...withLongest(5), move(3000, 0, 0)])).toBeCloseTo(0.25, 1)
    expect(readingOf(feature, [...withLongest(20), move(3000, 0, 0)])).toBeCloseTo(1, 1)
  })

  it('needs two strokes', () => {
    expect(readingOf(feature, withLongest(5))).toBeUndefined()
  })
})
