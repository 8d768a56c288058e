import type { AddressRange } from '../address.js'
import { v4At, v6At } from '../address-at.js'

/** The largest power of two that begins at `from`, and does not go beyond `to`. */
function bitsAt(from: bigint, to: bigint, width: number): number {
  let bits = 0
  while (bits < width) {
    const size = 1n << BigInt(bits + 1)
    if (from % size !== 0n || from + size - 1n > to) break
    bits++
  }
  return bits
}

/** The fewest CIDRs that say the same, in order. */
export function cidrsOf({ version, from, to }: AddressRange): readonly string[] {
  const width = version === 4 ? 32 : 128
  const cidrs: string[] = []
  for (let at = BigInt(from); at <= to; ) {
    const bits = bitsAt(at, BigInt(to), width)
    const { text } = version === 4 ? v4At(Number(at)) : v6At(at)
    cidrs.push(`${text}/${width - bits}`)
    at += 1n << BigInt(bits)
  }
  return cidrs
}
