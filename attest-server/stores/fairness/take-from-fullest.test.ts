import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeFromFullest } from './take-from-fullest.js'

const held = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 })
  .map((sizes) => new Map(sizes.map((size, i) => [`prj_${i}`, size])))
const sumOf = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum + size, 0)

describe('taking from the fullest', () => {
  it('brings the fullest down to the others, and leaves those alone', () => {
    const sizes = new Map([
      ['small', 2],
      ['large', 10],
      ['larger', 12],
    ])
    expect(takeFromFullest(sizes, 1)).toEqual(new Map([['larger', 1]]))
    expect([...takeFromFullest(sizes, 7)].sort()).toEqual([
      ['large', 3],
      ['larger', 4],
    ])
    expect(takeFromFullest(sizes, 0)).toEqual(new Map())
    expect(takeFromFullest(new Map(), 5)).toEqual(new Map())
  })

  it('takes as much as is too much, or all, and of nobody more than there is', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: 0, max: 700 }), (sizes, surplus) => {
        const gifts = takeFromFullest(sizes, surplus)
        expect(sumOf(gifts.values())).toBe(Math.min(surplus, sumOf(sizes.values())))
        for (const [who, gift] of gifts) expect(gift).toBeLessThanOrEqual(sizes.get(who)!)
      }),
    )
  })

  it('leaves nobody who gave with less than another has, but for one', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: 0, max: 700 }), (sizes, surplus) => {
        const gifts = takeFromFullest(sizes, surplus)
        const left = [...sizes].map(([who, size]) => size - (gifts.get(who) ?? 0))
        for (const [who, gift] of gifts) expect(sizes.get(who)! - gift).toBeGreaterThanOrEqual(Math.max(...left) - 1)
      }),
    )
  })

  it('takes nothing of whoever has an equal share of what may stay', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: 0, max: 700 }), (sizes, surplus) => {
        const share = (sumOf(sizes.values()) - surplus) / sizes.size
        const gifts = takeFromFullest(sizes, surplus)
        for (const [who, size] of sizes) if (size <= share) expect(gifts.has(who)).toBe(false)
      }),
    )
  })
})
