import { describe, expect, it } from 'vitest'
import { down, readingOf, up } from '../testing/traces.js'
import { pressDwell as feature } from './press-dwell.js'

const holds = (times: readonly number[], pointer: 'mouse' | 'touch' = 'mouse') =>
  times.flatMap((held, i) => [down(1000 * i, 0, 0, { pointer }), up(1000 * i + held, pointer)])

describe('press dwell', () => {
  it('is the median time held', () => {
    expect(readingOf(feature, holds([80, 95, 110]))! / 95).toBeCloseTo(1, 1)
    expect(readingOf(feature, holds([0]))).toBe(0)
  })

  it('has no value for touch', () => {
    expect(readingOf(feature, holds([80, 95], 'touch'))).toBeUndefined()
  })
})
