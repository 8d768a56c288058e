import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress } from './parse-address.js'
import { parsePrefix, type Range } from './parse-prefix.js'
import { createRangeSet } from './range-set.js'

/** Close together, so that ranges overlap, touch and hold each other; at the end of IPv4, and where IPv6 begins to be given out. */
const bases = [parseAddress('8.8.0.0')?.value ?? 0n, parseAddress('8.8.255.240')?.value ?? 0n, parseAddress('2600::')?.value ?? 0n]
const near = fc.tuple(fc.constantFrom(...bases), fc.bigInt(0n, 300n)).map(([base, offset]) => base + offset)
const range: fc.Arbitrary<Range> = fc.tuple(near, fc.bigInt(0n, 40n)).map(([first, more]) => ({ first, last: first + more }))

const naive = (ranges: readonly Range[], address: bigint) => ranges.some(({ first, last }) => first <= address && address <= last)

describe('a set of ranges', () => {
  it('has what one of its ranges has, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), fc.array(near, { minLength: 20, maxLength: 40 }), (ranges, addresses) => {
        const set = createRangeSet(ranges)
        const edges = ranges.flatMap(({ first, last }) => [first - 1n, first, last, last + 1n])
        for (const address of [...addresses, ...edges]) expect(set.has(address)).toBe(naive(ranges, address))
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
    expect([set.size, set.has(0n), set.has(bases[0] ?? 0n), set.cidrs()]).toEqual([0, false, false, []])
  })
})
