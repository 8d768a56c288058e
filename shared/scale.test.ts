import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromCode, LARGEST_CODE, onScale, type Range, toCode } from './scale.js'

const ranges: readonly Range[] = [
  [0, 1],
  [0, 10],
  [1, 200],
  [-1, 1],
  [-40, 3],
  [0, 60_000],
  [0, 120_000],
]
const anyRange = fc.constantFrom(...ranges)
const anyCode = fc.integer({ min: 0, max: LARGEST_CODE })

describe('a value on its scale', () => {
  it('keeps the ends of a narrow range, and the least of every range', () => {
    for (const range of ranges) expect(onScale(range[0], range)).toBe(range[0])
    expect([0, 1].map((end) => toCode(end, [0, 1]))).toEqual([0, LARGEST_CODE])
    expect(onScale(1, [0, 1])).toBe(1)
  })

  it('has one code, and each code one value, in the same order', () => {
    fc.assert(
      fc.property(anyRange, anyCode, anyCode, (range, a, b) => {
        const [low, high] = [a, b].sort((one, other) => one - other).map((code) => fromCode(code, range)) as [number, number]
        if (high < range[1])
          expect([low, high].map((value) => toCode(value, range)).sort((x, y) => x - y)).toEqual([Math.min(a, b), Math.max(a, b)])
        if (a !== b && high < range[1]) expect(low).toBeLessThan(high)
      }),
    )
  })

  it('does not move once it lies there', () => {
    fc.assert(
      fc.property(anyRange, fc.double({ min: 0, max: 1, noNaN: true }), (range, share) => {
        const once = onScale(range[0] + share * (range[1] - range[0]), range)
        expect(onScale(once, range)).toBe(once)
        expect(once).toBeGreaterThanOrEqual(range[0])
        expect(once).toBeLessThanOrEqual(range[1])
      }),
    )
  })

  it('lies within a quarter of a percent of what was measured, or within 0.0002 of the range below that', () => {
    fc.assert(
      fc.property(anyRange, fc.double({ min: 0, max: 1, noNaN: true }), (range, share) => {
        const [min, max] = range
        const distance = share * (max - min)
        const limit = Math.max(0.0025 * distance, max - min > 1 ? (max - min) / 65_536 / 200 : 0.0002)
        expect(Math.abs(onScale(min + distance, range) - min - distance)).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('is exact for small whole numbers: they are counts', () => {
    for (const most of [48, 200, 1000, 60_000]) {
      for (let count = 0; count <= 31; count++) expect(onScale(count, [0, most])).toBe(count)
    }
  })

  it('is exact for the shares that few events give', () => {
    for (const share of [1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 5, 4 / 5, 1 / 6, 1 / 8]) expect(onScale(share, [0, 1])).toBe(share)
  })
})
