import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementSpeedVariation as feature } from './movement-speed-variation.js'

const steps = (lengths: readonly number[]) => {
  const places = lengths.map((_, i) => lengths.slice(0, i + 1).reduce((a, b) => a + b))
  return [move(0, 0, 0), ...places.map((x, i) => move(10 * (i + 1), x, i % 2)), move(5000, 0, 0)]
}

describe('speed variation', () => {
  it('is about 0 for even steps', () => {
    expect(readingOf(feature, steps(Array(20).fill(20)))).toBeLessThan(0.01)
  })

  it('is the deviation over the mean: about ½ for one half at 10 and the other at 30', () => {
    const uneven = Array.from({ length: 160 }, (_, i) => (i < 80 ? 10 : 30))
    expect(readingOf(feature, steps(uneven))).toBeCloseTo(0.5, 1)
  })

  it('does not hear the jitter of single steps: those are the clock, not the hand', () => {
    const jitter = Array.from({ length: 100 }, (_, i) => (i % 2 ? 30 : 10))
    expect(readingOf(feature, steps(jitter))).toBeLessThan(0.1)
  })

  it('has no value from a few steps', () => {
    expect(readingOf(feature, steps([50, 60, 70]))).toBeUndefined()
  })
})
