import { bandsOf } from './bands.js'
import { isAlike, leastApart, mostApart, type Sketch, sketchOf, type TokenSet } from './token-set.js'

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
  readonly sketch: Sketch
  readonly counts: { -readonly [K in keyof Counts]: number }
  readonly bands: readonly number[]
  /** The last look-up that compared it. */
  lookUp: number
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
  #lookUps = 0

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
    const lookUp = ++this.#lookUps
    const sketch = sketchOf(tokens)
    const near: Profile[] = []
    let left = MOST_COMPARED
    const compare = (profile: Profile): void => {
      if (profile.lookUp === lookUp || left === 0) return
      profile.lookUp = lookUp
      left--
      // Most that share a bucket are not alike, and four words tell so of nearly all of them.
      if (leastApart(sketch, profile.sketch) > mostApart(tokens.length + profile.tokens.length, similarity)) return
      if (isAlike(tokens, profile.tokens, similarity)) near.push(profile)
    }
    const same = this.#profiles.get(keyOf(tokens))
    if (same) compare(same)
    for (const band of bandsOf(tokens)) {
      const bucket = this.#buckets.get(band)
      if (bucket) for (const profile of bucket) compare(profile)
    }
    return near
  }

  #open(key: string, tokens: TokenSet): Profile {
    const counts = { inv: 0, ok: 0, converted: 0, unconverted: 0 }
    const profile: Profile = { tokens, sketch: sketchOf(tokens), counts, bands: bandsOf(tokens), lookUp: 0 }
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
