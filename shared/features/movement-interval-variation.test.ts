import { describe, expect, it } from 'vitest'
import { movementIntervalVariation as feature } from './movement-interval-variation.js'
import { move, readingOf } from './testing/traces.js'

const at = (times: readonly number[]) => times.map((t, i) => move(t, 3 * i + (i % 3), i % 2))

describe('interval variation', () => {
  it('is 0 for a clock', () => {
    expect(readingOf(feature, at(Array.from({ length: 30 }, (_, i) => 16 * i)))).toBe(0)
  })

  it('is the sample deviation over the mean: 10 and 30 in turn', () => {
    const times = Array.from({ length: 21 }, (_, i) => 20 * i + (i % 2 ? -10 : 0))
    expect(readingOf(feature, at(times))).toBeCloseTo(0.5 * Math.sqrt(20 / 19), 6)
  })
})
