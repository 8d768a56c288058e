import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialBounds } from './binomial-bounds.js'

const tried = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

/** log n! by its definition. */
const logFactorial = (n: number) => Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0)
const exactly = (k: number, n: number, p: number) =>
  Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p))
const sum = (from: number, to: number, term: (i: number) => number) =>
  Array.from({ length: to - from + 1 }, (_, i) => term(from + i)).reduce((a, b) => a + b, 0)

describe('bounds of a share', () => {
  it('are those of the tables', () => {
    // Clopper and Pearson at 95 %: 1 of 10, 5 of 10.
    expect(binomialBounds(1, 10).low).toBeCloseTo(0.0025, 4)
    expect(binomialBounds(1, 10).high).toBeCloseTo(0.445, 3)
    expect(binomialBounds(5, 10).low).toBeCloseTo(0.1871, 4)
    expect(binomialBounds(5, 10).high).toBeCloseTo(0.8129, 4)
  })

  it('follow the rule of three where nothing happened', () => {
    for (const n of [100, 1000, 5947]) {
      expect(binomialBounds(0, n).low).toBe(0)
      expect(binomialBounds(0, n).high / (3 / n)).toBeGreaterThan(0.97)
      expect(binomialBounds(0, n).high / (3 / n)).toBeLessThan(1)
    }
  })

  it('leave 2.5 % on either side', () => {
    fc.assert(
      fc.property(tried, ([k, n]) => {
        if (k === 0 || k === n) return
        const { low, high } = binomialBounds(k, n)
        expect(sum(k, n, (i) => exactly(i, n, low))).toBeCloseTo(0.025, 6)
        expect(sum(0, k, (i) => exactly(i, n, high))).toBeCloseTo(0.025, 6)
      }),
      { numRuns: 40 },
    )
  })

  it('hold the share, and mirror that of the opposite', () => {
    fc.assert(
      fc.property(tried, ([k, n]) => {
        const [{ low, high }, other] = [binomialBounds(k, n), binomialBounds(n - k, n)]
        expect(low <= k / n && k / n <= high).toBe(true)
        expect(other.low).toBeCloseTo(1 - high, 9)
      }),
    )
  })

  it('know nothing of what was never tried', () => {
    expect(binomialBounds(0, 0)).toEqual({ low: 0, high: 1 })
  })
})
