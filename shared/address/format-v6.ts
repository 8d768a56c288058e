/** Where the longest run of zeros is, the first of equals; undefined where there is none of two or more. */
function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } | undefined {
  let best = { start: 0, length: 1 }
  let start = 0
  for (const [i, group] of groups.entries()) {
    if (group !== 0) start = i + 1
    else if (i + 1 - start > best.length) best = { start, length: i + 1 - start }
  }
  return best.length > 1 ? best : undefined
}

const hex = (groups: readonly number[]): string => groups.map((group) => group.toString(16)).join(':')

/** A 128-bit number as RFC 5952 §4 writes it. */
export function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn))
  const zeros = longestZeros(groups)
  return zeros ? `${hex(groups.slice(0, zeros.start))}::${hex(groups.slice(zeros.start + zeros.length))}` : hex(groups)
}
