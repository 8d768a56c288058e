import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../parse-address.js'
import type { Stretch } from './flatten.js'
import { createRangeTable } from './range-table.js'

/** What should be found, by looking at every stretch: the one that starts last; of those the shortest, of those the last. */
function slowly<K extends number | bigint>(stretches: readonly Stretch<K>[], key: K): number | undefined {
  const holding = stretches.filter(({ from, to }) => from <= key && key <= to)
  const best = holding.reduce<Stretch<K> | undefined>(
    (a, b) => (!a || b.from > a.from || (b.from === a.from && b.to <= a.to) ? b : a),
    undefined,
  )
  return best?.value
}

const small = fc.array(fc.tuple(fc.nat(60), fc.nat(20), fc.nat(5)), { maxLength: 40 })
const values = [0, 1, 2, 3, 4, 5]
const at4 = (value: number) => ({ version: 4, value, text: '' }) as const
const at6 = (value: bigint) => ({ version: 6, value, text: '' }) as const

describe('a table of ranges', () => {
  it('finds what a look at every range finds, however they overlap', () => {
    fc.assert(
      fc.property(small, (ranges) => {
        const v4 = ranges.map(([from, length, value]) => ({ from, to: from + length, value }))
        const table = createRangeTable({ v4, v6: [] }, values)
        for (let key = 0; key <= 85; key++) expect(table.find(at4(key))).toBe(slowly(v4, key))
        expect(table.ranges().every((range) => table.covering(range) === table.find(at4(Number(range.from))))).toBe(true)
        expect(table.ranges().length).toBe(table.size)
      }),
      { numRuns: 300 },
    )
  })

  it('does so around the middle of IPv6, where its numbers are cut in two', () => {
    const middle = (1n << 64n) - 40n
    fc.assert(
      fc.property(small, (ranges) => {
        const v6 = ranges.map(([from, length, value]) => ({ from: middle + BigInt(from), to: middle + BigInt(from + length), value }))
        const table = createRangeTable({ v4: [], v6 }, values)
        for (let key = middle; key <= middle + 85n; key++) expect(table.find(at6(key))).toBe(slowly(v6, key))
      }),
      { numRuns: 300 },
    )
  })

  it('reaches both ends of the world', () => {
    const table = createRangeTable(
      { v4: [{ from: 0, to: 2 ** 32 - 1, value: 1 }], v6: [{ from: 0n, to: (1n << 128n) - 1n, value: 2 }] },
      values,
    )
    const found = ['0.0.0.0', '255.255.255.255', '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'].map((text) =>
      table.find(parseAddress(text)!),
    )
    expect(found).toEqual([1, 1, 2, 2])
  })

  it('finds what stands for the whole of a range', () => {
    const v4 = [
      { from: 0, to: 99, value: 1 },
      { from: 50, to: 59, value: 2 },
      { from: 200, to: 209, value: 1 },
    ]
    const { covering } = createRangeTable({ v4, v6: [{ from: 1n << 64n, to: (1n << 64n) + 9n, value: 3 }] }, values)
    const over = (from: number, to: number) => covering({ version: 4, from, to })
    expect([over(0, 49), over(0, 50), over(50, 59), over(55, 60), over(60, 99), over(99, 100), over(100, 199), over(205, 210)]).toEqual([
      1,
      undefined,
      2,
      undefined,
      1,
      undefined,
      undefined,
      undefined,
    ])
    expect(covering({ version: 6, from: 1n << 64n, to: (1n << 64n) + 9n })).toBe(3)
    expect(covering({ version: 6, from: 1n << 64n, to: 1n << 65n })).toBeUndefined()
  })

  it('is empty without ranges, and joins those that meet', () => {
    expect(createRangeTable({ v4: [], v6: [] }, values).find(at4(1))).toBeUndefined()
    const halves = [
      { from: 0, to: 4, value: 1 },
      { from: 5, to: 9, value: 1 },
      { from: 10, to: 12, value: 2 },
    ]
    expect(createRangeTable({ v4: halves, v6: [] }, values).size).toBe(2)
  })
})
