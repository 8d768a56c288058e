import { bandsOf } from './bands.js'
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
}

/** The newest that share a bucket: more would only cost time. */
const MOST_IN_BUCKET = 32
/** So many are compared at most, whatever somebody has filled the buckets with. */
const MOST_COMPARED = 128

const keyOf = (tokens: TokenSet): string => tokens.join()
const isBare = ({ counts }: Profile): boolean => counts.inv + counts.ok + counts.converted + counts.unconverted === 0

/** Sets with labels, found by likeness: each look-up compares a bounded number, however many there are. */
export class Profiles {
  readonly #profiles = new Map<string, Profile>()
  readonly #buckets = new Map<number, Profile[]>()

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
    const compared = new Set<Profile>()
    const same = this.#profiles.get(keyOf(tokens))
    if (same) compared.add(same)
    for (const band of bandsOf(tokens)) {
      for (const profile of this.#buckets.get(band) ?? []) {
        if (compared.size >= MOST_COMPARED) break
        compared.add(profile)
      }
    }
    return [...compared].filter((profile) => isAlike(tokens, profile.tokens, similarity))
  }

  #open(key: string, tokens: TokenSet): Profile {
    const profile: Profile = { tokens, counts: { inv: 0, ok: 0, converted: 0, unconverted: 0 }, bands: bandsOf(tokens) }
    this.#profiles.set(key, profile)
    for (const band of profile.bands) {
      const bucket = this.#buckets.get(band)
      if (!bucket) this.#buckets.set(band, [profile])
      else {
        bucket.push(profile)
        // It stays in its other buckets, and is found when asked for as it is.
        if (bucket.length > MOST_IN_BUCKET) bucket.shift()
      }
    }
    return profile
  }

  #close(key: string, profile: Profile): void {
    this.#profiles.delete(key)
    for (const band of profile.bands) {
      const left = (this.#buckets.get(band) ?? []).filter((other) => other !== profile)
      if (left.length > 0) this.#buckets.set(band, left)
      else this.#buckets.delete(band)
    }
  }
}
