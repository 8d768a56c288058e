import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onScale } from '../../../shared/scale.js'
import { encodeFeature } from '../../../shared/wire/observation-codes.js'
import { likenessTo } from './likeness-to.js'
import { marking, markOf } from './marks.js'

type Values = readonly (number | undefined)[]
/** Shares of each range; undefined where nothing was seen. */
const values: fc.Arbitrary<Values> = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }), {
  minLength: marking.length,
  maxLength: marking.length,
})
const valueAt = (share: number, i: number): number => {
  const [min, max] = marking[i]!.range
  return onScale(min + share * (max - min), marking[i]!.range)
}
const bodyOf = (shares: Values): string =>
  shares
    .map((share, i) =>
      encodeFeature(share === undefined ? { state: 'unsupported' } : { state: 'ok', value: valueAt(share, i) }, marking[i]!.range),
    )
    .join('')
const isAlike = (one: Values, other: Values): boolean => likenessTo(bodyOf(one))(bodyOf(other))

/** As the rule says it, in words: four in five of the values that either has are in both, and their marks are at most 1 apart. */
function isSaidAlike(one: Values, other: Values): boolean {
  const either = marking.map((_, i) => i).filter((i) => one[i] !== undefined || other[i] !== undefined)
  const near = either.filter((i) => {
    const [a, b] = [one[i], other[i]]
    if (a === undefined || b === undefined) return false
    return Math.abs(markOf(marking[i]!, valueAt(a, i)) - markOf(marking[i]!, valueAt(b, i))) <= 1
  })
  return near.length >= 0.8 * either.length
}

describe('the likeness of two summaries', () => {
  it('is that of four in five of their values, missing ones included', () => {
    const changed = fc.tuple(values, values, fc.integer({ min: 0, max: marking.length }))
    fc.assert(
      fc.property(changed, ([one, other, from]) => {
        const mixed = one.map((share, i) => (i < from ? share : other[i]))
        expect(isAlike(one, mixed)).toBe(isSaidAlike(one, mixed))
        expect(isAlike(mixed, one)).toBe(isAlike(one, mixed))
      }),
    )
  })

  it('counts what is not there, and what is no code, as missing', () => {
    const half = marking.map((_, i) => (i % 2 ? 0.5 : undefined))
    const body = bodyOf(half)
    expect(likenessTo(body)(body.slice(0, -marking.length))).toBe(false)
    const spoilt = [...body].map((letter, at) => (at % 4 < 2 ? '!' : letter)).join('')
    expect([likenessTo(body)(spoilt), likenessTo(spoilt)(body), likenessTo(body)(spoilt.replaceAll('!', 'é'))]).toEqual([true, true, true])
  })
})
