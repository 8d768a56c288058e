import { describe, expect, it } from 'vitest'
import { down, readingOf, up } from '../testing/traces.js'
import { pressDwellSpread as feature } from './press-dwell-spread.js'

const holds = (times: readonly number[]) => times.flatMap((held, i) => [down(2000 * i, 0, 0), up(2000 * i + held)])

describe('the spread of press dwell', () => {
  it('is the sample deviation, drags left out', () => {
    expect(readingOf(feature, holds([80, 100, 900, 100, 120]))).toBeCloseTo(Math.sqrt(800 / 3), 6)
  })

  it('is 0 for a fixed delay, and needs four', () => {
    expect(readingOf(feature, holds([50, 50, 50, 50]))).toBe(0)
    expect(readingOf(feature, holds([50, 50, 50]))).toBeUndefined()
  })
})
