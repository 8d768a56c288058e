import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AddressRange } from '../../../shared/address/address.js'
import { v4At, v6At } from '../../../shared/address/address-at.js'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { rangeBetween } from '../../../shared/address/range-between.js'
import { parsePrefix } from './parse-prefix.js'
import { createRangeSet } from './range-set.js'

/** Close together, so that ranges overlap, touch and hold each other. */
const bases = ['8.8.0.0', '8.8.255.240', '2600::'].map((text) => parseAddress(text)!)
const moved = (base: (typeof bases)[number], by: number) => (base.version === 4 ? v4At(base.value + by) : v6At(base.value + BigInt(by)))
const near = fc.tuple(fc.constantFrom(...bases), fc.nat(300)).map(([base, by]) => moved(base, by))
const range = fc.tuple(near, fc.nat(40)).map(([from, more]) => rangeBetween(from, moved(from, more))!)

const naive = (ranges: readonly AddressRange[], { version, value }: (typeof bases)[number]) =>
  ranges.some((one) => one.version === version && one.from <= value && value <= one.to)

describe('a set of ranges', () => {
  it('has what one of its ranges has, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), fc.array(near, { minLength: 20, maxLength: 40 }), (ranges, addresses) => {
        const set = createRangeSet(ranges)
        for (const address of addresses) expect(set.has(address)).toBe(naive(ranges, address))
      }),
      { numRuns: 500 },
    )
  })

  it('says itself in CIDRs that make the same set', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), fc.array(near, { minLength: 20, maxLength: 40 }), (ranges, addresses) => {
        const parsed = createRangeSet(ranges).cidrs().map(parsePrefix)
        expect(parsed.every(({ ok }) => ok)).toBe(true)
        const again = createRangeSet(parsed.flatMap((prefix) => (prefix.ok ? [prefix.value] : [])))
        for (const address of addresses) expect(again.has(address)).toBe(naive(ranges, address))
      }),
    )
  })

  it('says as few CIDRs as there can be', () => {
    const halves = ['66.249.64.0/25', '66.249.64.128/25', '66.249.64.7']
      .map(parsePrefix)
      .flatMap((prefix) => (prefix.ok ? [prefix.value] : []))
    expect(createRangeSet(halves).cidrs()).toEqual(['66.249.64.0/24'])
    expect(createRangeSet(halves).size).toBe(1)
  })

  it('is empty without ranges', () => {
    const set = createRangeSet([])
    expect([set.size, ...bases.map(set.has), set.cidrs()]).toEqual([0, false, false, false, []])
  })
})
