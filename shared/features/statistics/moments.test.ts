import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startMoments } from './moments.js'

const momentsOf = (numbers: readonly number[]) => {
  const moments = startMoments()
  for (const x of numbers) moments.add(x)
  return moments
}

describe('running moments', () => {
  it('agree with mean and sample deviation worked out by hand', () => {
    // 2 4 4 4 5 5 7 9: mean 5, squares 32, deviation √(32/7).
    const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9])
    expect(moments.mean()).toBe(5)
    expect(moments.deviation()).toBeCloseTo(Math.sqrt(32 / 7), 12)
    expect(moments.variation()).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12)
  })

  it('are NaN where there is too little, and ignore what is not finite', () => {
    expect(momentsOf([]).mean()).toBeNaN()
    expect(momentsOf([3, Number.NaN]).deviation()).toBeNaN()
    expect(momentsOf([-1, 1]).variation()).toBeNaN()
  })

  it('agree with two passes over the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (xs) => {
        const mean = xs.reduce((a, b) => a + b) / xs.length
        const deviation = Math.sqrt(xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (xs.length - 1))
        expect(Math.abs(momentsOf(xs).deviation() - deviation)).toBeLessThan(1e-6 * (1 + deviation))
      }),
    )
  })
})
