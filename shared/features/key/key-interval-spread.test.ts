import { describe, expect, it } from 'vitest'
import { keyDown, readingOf } from '../testing/traces.js'
import { keyIntervalSpread as feature } from './key-interval-spread.js'

const typed = (intervals: readonly number[]) =>
  [0, ...intervals].map((_, i) =>
    keyDown(
      intervals.slice(0, i).reduce((a, b) => a + b, 0),
      i % 3,
    ),
  )

describe('the spread of intervals between keys', () => {
  it('is the sample deviation, rests left out', () => {
    expect(readingOf(feature, typed([100, 200, 100, 200, 5000, 100, 200, 100, 200]))).toBeCloseTo(50 * Math.sqrt(8 / 7), 6)
  })

  it('is 0 for a fixed delay', () => {
    expect(readingOf(feature, typed(Array(10).fill(24)))).toBe(0)
  })
})
