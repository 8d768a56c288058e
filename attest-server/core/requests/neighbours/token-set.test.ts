import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenSet } from './testing/token-set.js'
import { isAlike, jaccard, MOST_TOKENS } from './token-set.js'

const tokens = fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 40 })

describe('tokenSet', () => {
  it('is the same for the same tokens in any order and number, and bounded', () => {
    expect(tokenSet(['b', 'a', 'b'])).toEqual(tokenSet(['a', 'b']))
    expect(tokenSet(Array.from({ length: 500 }, (_, i) => `t${i}`)).length).toBe(MOST_TOKENS)
  })
})

describe('jaccard', () => {
  it('is what its definition says', () => {
    fc.assert(
      fc.property(tokens, tokens, (a, b) => {
        const [one, other] = [new Set(a), new Set(b)]
        const shared = [...one].filter((token) => other.has(token)).length
        const union = new Set([...a, ...b]).size
        expect(jaccard(tokenSet(a), tokenSet(b))).toBe(union === 0 ? 1 : shared / union)
      }),
    )
  })

  it('and isAlike agree at every threshold, the very edge included', () => {
    fc.assert(
      fc.property(tokens, tokens, fc.constantFrom(0.2, 0.5, 0.75, 0.8, 1), (a, b, similarity) => {
        const [one, other] = [tokenSet(a), tokenSet(b)]
        const isSo = jaccard(one, other) >= similarity
        expect(isAlike(one, other, similarity)).toBe(isSo)
      }),
      { numRuns: 1000 },
    )
    const five = ['1', '2', '3', '4', '5']
    expect(isAlike(tokenSet(five), tokenSet(five.slice(1)), 0.8)).toBe(true)
  })
})
