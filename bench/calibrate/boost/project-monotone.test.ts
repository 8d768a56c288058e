import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectMonotone } from './project-monotone.js'

const numbers = fc.array(fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 10, noNaN: true })), {
  minLength: 1,
  maxLength: 20,
})

const projected = (pairs: readonly (readonly [number, number])[], direction: -1 | 0 | 1) => {
  const values = Float64Array.from(pairs, ([value]) => value)
  projectMonotone(
    values,
    Float64Array.from(pairs, ([, mass]) => mass),
    direction,
  )
  return [...values]
}

describe('the nearest monotone numbers', () => {
  it('are the means of those that violate the order', () => {
    const pairs = [
      [1, 1],
      [4, 1],
      [2, 3],
      [9, 1],
    ] as const
    expect(projected(pairs, 1)).toEqual([1, 2.5, 2.5, 9])
    expect(projected(pairs, 0)).toEqual([1, 4, 2, 9])
  })

  it('never fall, or never rise, and keep the mean', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(-1 as const, 1 as const), (pairs, direction) => {
        const result = projected(pairs, direction)
        for (const [i, value] of result.entries()) if (i > 0) expect(direction * (value - result[i - 1]!)).toBeGreaterThanOrEqual(-1e-9)
        const mean = (values: readonly number[]) => pairs.reduce((sum, [, mass], i) => sum + mass * values[i]!, 0)
        expect(mean(result)).toBeCloseTo(mean(pairs.map(([value]) => value)), 6)
      }),
    )
  })

  it('are the numbers themselves where those are in order', () => {
    fc.assert(
      fc.property(numbers, (pairs) => {
        const sorted = [...pairs].sort(([a], [b]) => a - b)
        for (const [i, value] of projected(sorted, 1).entries()) expect(value).toBeCloseTo(sorted[i]![0], 9)
      }),
    )
  })
})
