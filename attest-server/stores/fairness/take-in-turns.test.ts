import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromAfter, takeInTurns } from './take-in-turns.js'

/** Takes once. @returns how much each gave. */
function share(sizes: Readonly<Record<string, number>>, most: number) {
  const left = { ...sizes }
  const given: Record<string, number> = {}
  let asked = 0
  const last = takeInTurns(Object.keys(sizes), most, (name, wanted) => {
    asked++
    const taken = Math.min(wanted, left[name]!)
    left[name]! -= taken
    given[name] = (given[name] ?? 0) + taken
    return taken
  })
  return { given, last, asked }
}

describe('taking in turns', () => {
  it('gives whoever has little all of it, and the rest to those who have more', () => {
    expect(share({ large: 1000, small: 3, larger: 2000 }, 100).given).toEqual({ large: 49, small: 3, larger: 48 })
    expect(share({ one: 1000 }, 100).given).toEqual({ one: 100 })
    expect(share({}, 100)).toEqual({ given: {}, last: undefined, asked: 0 })
    expect(share({ a: 0 }, 100).last).toBeUndefined()
  })

  it('gives one to each where there are more than turns, and begins with the next ones afterwards', () => {
    const { given, last } = share({ a: 9, b: 9, c: 9, d: 9 }, 2)
    expect([given, last]).toEqual([{ a: 1, b: 1 }, 'b'])
    expect(fromAfter(['d', 'a', 'c', 'b'], 'b')).toEqual(['c', 'd', 'a', 'b'])
    expect(fromAfter(['b', 'a'], '')).toEqual(['a', 'b'])
  })

  it('takes all that there is, up to the most, and asks each few times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 40 }), fc.integer({ min: 1, max: 200 }), (sizes, most) => {
        const { given, asked } = share(Object.fromEntries(sizes.map((size, i) => [`prj_${i}`, size])), most)
        const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
        expect(sum(Object.values(given))).toBe(Math.min(most, sum(sizes)))
        expect(asked).toBeLessThanOrEqual(8 * (sizes.length + 1))
        const equal = Math.floor(most / Math.max(1, sizes.length))
        sizes.forEach((size, i) => {
          expect(given[`prj_${i}`] ?? 0).toBeGreaterThanOrEqual(Math.min(size, equal))
        })
      }),
    )
  })
})
