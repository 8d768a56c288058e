import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startQuantiles } from './quantiles.js'

const sketchOf = (numbers: readonly number[]) => {
  const sketch = startQuantiles()
  for (const x of numbers) sketch.add(x)
  return sketch
}

describe('the quantile sketch', () => {
  it('is NaN while empty and ignores what is not a finite number', () => {
    const sketch = sketchOf([Number.NaN, Number.POSITIVE_INFINITY])
    expect(sketch.at(0.5)).toBeNaN()
  })

  it('reads tiny and negative numbers as 0', () => {
    expect(sketchOf([0, 0.0009, -5]).at(1)).toBe(0)
  })

  it('stays within 3 % of the true quantile', () => {
    const numbers = fc.array(fc.double({ min: 0.002, max: 100_000, noNaN: true }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (xs, q) => {
        const exact = [...xs].sort((a, b) => a - b)[Math.floor(q * (xs.length - 1))]!
        expect(Math.abs(sketchOf(xs).at(q) / exact - 1)).toBeLessThan(0.031)
      }),
    )
  })

  it('does not depend on the order of the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (xs) => {
        expect(sketchOf(xs).at(0.5)).toEqual(sketchOf([...xs].reverse()).at(0.5))
      }),
    )
  })
})
