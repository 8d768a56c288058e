import { addressAt, MAPPED } from './parse-address.js'
import type { Range } from './parse-prefix.js'

/** Addresses that a list has. Looking one up costs the logarithm of the ranges. */
export interface RangeSet {
  /** How many ranges, where those that touch count as one. */
  readonly size: number
  has(address: bigint): boolean
  /** The fewest CIDRs that say the same, in order. */
  cidrs(): readonly string[]
}

/** In order, and none touches another. */
function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: { first: bigint; last: bigint }[] = []
  for (const { first, last } of [...ranges].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const before = merged.at(-1)
    if (!before || first > before.last + 1n) merged.push({ first, last })
    else if (last > before.last) before.last = last
  }
  return merged
}

/** The largest power of two that begins at `first`, and does not go beyond `last`. */
function bitsAt(first: bigint, last: bigint, width: number): number {
  let bits = 0
  while (bits < width) {
    const size = 1n << BigInt(bits + 1)
    if (first % size !== 0n || first + size - 1n > last) break
    bits++
  }
  return bits
}

function cidrsOf({ first, last }: Range): readonly string[] {
  const width = first >> 32n === MAPPED >> 32n ? 32 : 128
  const cidrs: string[] = []
  for (let at = first; at <= last; ) {
    const bits = bitsAt(at, last, width)
    cidrs.push(`${addressAt(at).text}/${width - bits}`)
    at += 1n << BigInt(bits)
  }
  return cidrs
}

/** The last range that begins at or before the address; undefined where there is none. */
function before(ranges: readonly Range[], address: bigint): Range | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle] as Range).first <= address) low = middle + 1
    else high = middle
  }
  return ranges[low - 1]
}

export function createRangeSet(ranges: readonly Range[]): RangeSet {
  const merged = merge(ranges)
  return {
    size: merged.length,
    has: (address) => address <= (before(merged, address)?.last ?? -1n),
    cidrs: () => merged.flatMap(cidrsOf),
  }
}
