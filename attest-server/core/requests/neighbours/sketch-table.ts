import { mostApart, type TokenSet } from './token-set.js'

/** 128 bits of a set: each token sets one. */
const WORDS = 4

function sketchInto(words: Int32Array, at: number, tokens: TokenSet): void {
  words.fill(0, at, at + WORDS)
  for (let i = 0; i < tokens.length; i++) words[at + ((tokens[i]! >>> 5) & 3)]! |= 1 << (tokens[i]! & 31)
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
  #askedSize = 0

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

  /** Begins a look-up for what is like a set. */
  ask(tokens: TokenSet): void {
    this.#lookUp = (this.#lookUp + 1) | 0
    sketchInto(this.#asked, 0, tokens)
    this.#askedSize = tokens.length
  }

  /** Whether this look-up comes by a place for the first time. */
  isNew(place: number): boolean {
    if (this.#met[place] === this.#lookUp) return false
    this.#met[place] = this.#lookUp
    return true
  }

  /** Whether the set of a place may be so similar: each bit that only one of two has is a token that stands in one alone. */
  mayBeAlike(place: number, similarity: number): boolean {
    const words = this.#words
    const asked = this.#asked
    const at = WORDS * place
    let apart = 0
    for (let i = 0; i < WORDS; i++) apart += ones(asked[i]! ^ words[at + i]!)
    return apart <= mostApart(this.#askedSize + this.#sizes[place]!, similarity)
  }
}
