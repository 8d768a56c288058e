/** Hashed tokens, ascending, each once. */
export type TokenSet = Uint32Array

/** More say nothing more of a request; fewer are all that most have. */
export const MOST_TOKENS = 64

/** FNV-1a, mixed at its end so that near texts come far apart (Appleby's fmix32). */
export function hashToken(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

export function mix(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The set of some tokens; the first of too many. */
export const tokenSet = (tokens: Iterable<string>): TokenSet =>
  Uint32Array.from(new Set(Array.from(new Set(tokens)).slice(0, MOST_TOKENS).map(hashToken))).sort()

/** |a ∩ b| / |a ∪ b|; 1 for two empty sets. Linear. */
export function jaccard(a: TokenSet, b: TokenSet): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i]!
    const other = b[j]!
    if (one === other) shared++
    if (one <= other) i++
    if (other <= one) j++
  }
  const union = a.length + b.length - shared
  return union === 0 ? 1 : shared / union
}
