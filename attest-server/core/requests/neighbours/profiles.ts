import { bandsOf } from './bands.js'
import { SketchTable } from './sketch-table.js'
import { isAlike, type TokenSet } from './token-set.js'

/** How many labels of each kind. */
export interface Counts {
  readonly inv: number
  readonly ok: number
  readonly converted: number
  readonly unconverted: number
}

/** All requests that came to the same set count as one. */
export interface Profile {
  readonly tokens: TokenSet
  readonly counts: { -readonly [K in keyof Counts]: number }
  readonly bands: readonly number[]
  /** Where its sketch is. */
  readonly place: number
}

/** The newest that share a bucket: more would only cost time. */
const MOST_IN_BUCKET = 32
/** So many are compared at most, whatever somebody has filled the buckets with. */
const MOST_COMPARED = 128

/** The set itself, as a text: two letters a token. */
const keyOf = (tokens: TokenSet): string => String.fromCharCode(...new Uint16Array(tokens.buffer, tokens.byteOffset, 2 * tokens.length))
const isBare = ({ counts }: Profile): boolean => counts.inv + counts.ok + counts.converted + counts.unconverted === 0

/** Sets with labels, found by likeness: each look-up compares a bounded number, however many there are. */
export class Profiles {
  readonly #profiles = new Map<string, Profile>()
  /** Places of those that share a band. */
  readonly #buckets = new Map<number, number[]>()
  readonly #sketches = new SketchTable()
  readonly #at: Profile[] = []

  get size(): number {
    return this.#profiles.size
  }

  /** @param change of the counts; a profile without any left is forgotten. */
  add(tokens: TokenSet, change: Partial<Counts>, sign: 1 | -1): void {
    const key = keyOf(tokens)
    const profile = this.#profiles.get(key) ?? this.#open(key, tokens)
    const { counts } = profile
    counts.inv += sign * (change.inv ?? 0)
    counts.ok += sign * (change.ok ?? 0)
    counts.converted += sign * (change.converted ?? 0)
    counts.unconverted += sign * (change.unconverted ?? 0)
    if (isBare(profile)) this.#close(key, profile)
  }

  /** All that share a band and are at least so similar, the set itself among them; the first found first. */
  near(tokens: TokenSet, similarity: number): readonly Profile[] {
    if (this.#profiles.size === 0) return []
    const sketches = this.#sketches
    sketches.ask(tokens, similarity)
    const found: number[] = []
    const same = this.#profiles.get(keyOf(tokens))
    let left = MOST_COMPARED
    if (same) left -= sketches.search([same.place], left, found)
    for (const band of bandsOf(tokens)) {
      const bucket = this.#buckets.get(band)
      if (bucket) left -= sketches.search(bucket, left, found)
      if (left === 0) break
    }
    return found.map((place) => this.#at[place]!).filter((profile) => isAlike(tokens, profile.tokens, similarity))
  }

  #open(key: string, tokens: TokenSet): Profile {
    const counts = { inv: 0, ok: 0, converted: 0, unconverted: 0 }
    const profile: Profile = { tokens, counts, bands: bandsOf(tokens), place: this.#sketches.add(tokens) }
    this.#profiles.set(key, profile)
    this.#at[profile.place] = profile
    for (const band of profile.bands) {
      const bucket = this.#buckets.get(band)
      if (!bucket) this.#buckets.set(band, [profile.place])
      else {
        bucket.push(profile.place)
        // It stays in its other buckets, and is found when asked for as it is.
        if (bucket.length > MOST_IN_BUCKET) bucket.shift()
      }
    }
    return profile
  }

  #close(key: string, { bands, place }: Profile): void {
    this.#profiles.delete(key)
    this.#sketches.remove(place)
    for (const band of bands) {
      const left = (this.#buckets.get(band) ?? []).filter((other) => other !== place)
      if (left.length > 0) this.#buckets.set(band, left)
      else this.#buckets.delete(band)
    }
  }
}
