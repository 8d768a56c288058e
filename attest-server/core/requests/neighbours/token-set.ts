/** Hashed tokens, ascending, each once. */
export type TokenSet = Uint32Array

/** More say nothing more of a request; fewer are all that most have. */
export const MOST_TOKENS = 64

/** FNV-1a, mixed at its end so that near texts come far apart (Appleby's fmix32). */
function hashToken(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

export function mix(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function isAmong(set: Uint32Array, length: number, one: number): boolean {
  for (let i = 0; i < length; i++) if (set[i] === one) return true
  return false
}

/** The set of some tokens; the first of too many. @param seed of the project: sets of two projects do not meet, and a stranger cannot tell which tokens would */
export function tokenSet(tokens: Iterable<string>, seed = 0): TokenSet {
  const hashes = new Uint32Array(MOST_TOKENS)
  let length = 0
  for (const token of tokens) {
    const hash = hashToken(token, seed)
    // Of so few, looking at each costs less than a Set of numbers that do not fit into a word.
    if (!isAmong(hashes, length, hash)) hashes[length++] = hash
    if (length === MOST_TOKENS) break
  }
  return hashes.slice(0, length).sort()
}

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

/** 128 bits of a set: each token sets one. */
export type Sketch = readonly [number, number, number, number]

export function sketchOf(tokens: TokenSet): Sketch {
  const bits: [number, number, number, number] = [0, 0, 0, 0]
  for (let i = 0; i < tokens.length; i++) {
    const word = ((tokens[i]! >>> 5) & 3) as 0 | 1 | 2 | 3
    bits[word] |= 1 << (tokens[i]! & 31)
  }
  return bits
}

/** Warren, "Hacker's Delight", §5–1. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many tokens stand in one of two sets alone, at least: each bit that only one of them has is one. */
export const leastApart = (a: Sketch, b: Sketch): number => ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]) + ones(a[2] ^ b[2]) + ones(a[3] ^ b[3])

/** How many may stand in one alone, of two sets with so many tokens together, that are so similar: s / (a + b − s) ≥ t where s ≥ (a + b) · t / (1 + t). */
export const mostApart = (both: number, similarity: number): number => both - 2 * Math.ceil((both * similarity) / (1 + similarity) - 1e-9)

/**
 * Whether `jaccard` is at least so much: the same in whole numbers, given up as soon as too many were found on one side only. Most that
 * share a bucket are not alike, and show it early.
 */
export function isAlike(a: TokenSet, b: TokenSet, similarity: number): boolean {
  let spare = mostApart(a.length + b.length, similarity)
  let i = 0
  let j = 0
  while (i < a.length && j < b.length && spare >= 0) {
    const one = a[i]!
    const other = b[j]!
    if (one !== other) spare--
    if (one <= other) i++
    if (other <= one) j++
  }
  return spare - (a.length - i) - (b.length - j) >= 0
}
