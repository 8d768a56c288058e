import { describe, expect, it } from 'vitest'
import { keyDown, keyUp, readingOf } from '../testing/traces.js'
import { keyDwellSpread as feature } from './key-dwell-spread.js'

const holds = (times: readonly number[]) => times.flatMap((held, i) => [keyDown(2000 * i, 0), keyUp(2000 * i + held, 0)])

describe('the spread of key dwell', () => {
  it('is the sample deviation, long holds left out', () => {
    // Eight of 90 and 110 in turn, and one key held down.
    expect(readingOf(feature, holds([90, 110, 90, 110, 1500, 90, 110, 90, 110]))).toBeCloseTo(Math.sqrt(800 / 7), 6)
  })

  it('is 0 for a fixed delay', () => {
    expect(readingOf(feature, holds(Array(8).fill(12)))).toBe(0)
  })
})
