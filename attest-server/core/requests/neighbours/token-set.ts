/** Hashed tokens, ascending, each once. */
export type TokenSet = Uint32Array

/** More say nothing more of a request; fewer are all that most have. */
export const MOST_TOKENS = 64

/** FNV-1a of a text, from the hash of what stands before it. */
function hashOn(before: number, text: string): number {
  let hash = before
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** So that near texts come far apart (Appleby's fmix32). */
export function mix(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * Takes tokens one by one, the first of too many; each has a kind and a text, so that neither has to be joined to the other only to be hashed.
 */
export class TokenCollector {
  readonly #start: number
  readonly #tokens = new Uint32Array(MOST_TOKENS)
  #length = 0

  /** @param seed of the project: sets of two projects do not meet, and a stranger cannot tell which tokens would */
  constructor(seed: number) {
    this.#start = 0x811c9dc5 ^ seed
  }

  add(kind: string, text: string): void {
    const token = mix(hashOn(hashOn(this.#start, kind), text))
    // Of so few, looking at each costs less than a Set of numbers that do not fit into a word.
    if (this.#length < MOST_TOKENS && !this.#has(token)) this.#tokens[this.#length++] = token
  }

  #has(token: number): boolean {
    for (let i = 0; i < this.#length; i++) if (this.#tokens[i] === token) return true
    return false
  }

  /** All that were taken. */
  end(): TokenSet {
    return this.#tokens.slice(0, this.#length).sort()
  }
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
