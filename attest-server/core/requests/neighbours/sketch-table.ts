import { MOST_TOKENS, mostApart, type TokenSet } from './token-set.js'

/** 256 bits of a set: each token sets one. */
const WORDS = 8

function sketchInto(words: Int32Array, at: number, tokens: TokenSet): void {
  words.fill(0, at, at + WORDS)
  for (let i = 0; i < tokens.length; i++) words[at + ((tokens[i]! >>> 5) & 7)]! |= 1 << (tokens[i]! & 31)
}

/** Warren, "Hacker's Delight", §5–1. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Sketches side by side, each in a place of its own: a look-up goes over a hundred of them, and finds them near each other in memory. It tells of
 * nearly all that are not alike that they are not.
 */
export class SketchTable {
  #words: Int32Array
  #sizes: Uint8Array
  /** The last look-up that came by. */
  #met: Int32Array
  readonly #free: number[] = []
  #used = 0
  #lookUp = 0
  readonly #asked = new Int32Array(WORDS)
  /** By how many tokens there are in the other set. */
  readonly #mostApart = new Int32Array(MOST_TOKENS + 1)

  constructor(places = 64) {
    this.#words = new Int32Array(WORDS * places)
    this.#sizes = new Uint8Array(places)
    this.#met = new Int32Array(places)
  }

  /** @returns its place */
  add(tokens: TokenSet): number {
    const place = this.#free.pop() ?? this.#used++
    if (place === this.#sizes.length) this.#grow()
    sketchInto(this.#words, WORDS * place, tokens)
    this.#sizes[place] = tokens.length
    this.#met[place] = 0
    return place
  }

  remove(place: number): void {
    this.#free.push(place)
  }

  #grow(): void {
    const places = 2 * this.#sizes.length
    const grown = new SketchTable(places)
    grown.#words.set(this.#words)
    grown.#sizes.set(this.#sizes)
    grown.#met.set(this.#met)
    this.#words = grown.#words
    this.#sizes = grown.#sizes
    this.#met = grown.#met
  }

  /** Begins a look-up for what is so similar to a set. */
  ask(tokens: TokenSet, similarity: number): void {
    this.#lookUp = (this.#lookUp + 1) | 0
    sketchInto(this.#asked, 0, tokens)
    for (let size = 0; size <= MOST_TOKENS; size++) this.#mostApart[size] = mostApart(tokens.length + size, similarity)
  }

  /**
   * Looks at places, of those that this look-up has not met yet, `most` of them.
   * @param found takes those whose sets may be alike: each bit that only one of two has is a token that stands in one alone
   * @returns how many were looked at
   */
  search(places: readonly number[], most: number, found: number[]): number {
    const words = this.#words
    const asked = this.#asked
    const met = this.#met
    const lookUp = this.#lookUp
    let looked = 0
    for (let i = 0; i < places.length && looked < most; i++) {
      const place = places[i]!
      if (met[place] === lookUp) continue
      met[place] = lookUp
      looked++
      let spare = this.#mostApart[this.#sizes[place]!]!
      for (let word = 0, at = WORDS * place; word < WORDS && spare >= 0; word++, at++) spare -= ones(asked[word]! ^ words[at]!)
      if (spare >= 0) found.push(place)
    }
    return looked
  }
}
