import type { EpochSeconds, Seconds, Share } from '../../../../shared/units.js'
import { type Counts, Profiles } from './profiles.js'
import type { TokenSet } from './token-set.js'

/** What became known of a request; undefined where only the other is known. */
export interface RequestLabel {
  readonly invalid?: boolean
  readonly converted?: boolean
}

export interface NeighbourLimits {
  /** Requests that wait for a label. */
  readonly pending: number
  /** Labels; the oldest make room. */
  readonly labels: number
  /** What is older is forgotten, whether it waits or is labelled. */
  readonly age: Seconds
  /** From this likeness on, two requests are neighbours. */
  readonly similarity: Share
}

/** Some 1 KB for each that waits and 2 KB for each label: 70 MB at most. Two requests of one program differ in a token or two of 25. */
export const neighbourLimits: NeighbourLimits = { pending: 20_000, labels: 25_000, age: 90 * 86_400, similarity: 0.8 }

interface Entry {
  readonly tokens: TokenSet
  readonly at: EpochSeconds
}

export interface Labelled extends Entry {
  readonly id: string
  readonly label: RequestLabel
}

/** Labels, without the one of the request that is asked about. */
export interface Neighbours {
  /** Of look-alikes. */
  readonly near: Counts
  /** Of all: what look-alikes are compared with. */
  readonly all: Counts
}

const countsOf = ({ invalid, converted }: RequestLabel): Counts => ({
  inv: invalid === true ? 1 : 0,
  ok: invalid === false ? 1 : 0,
  converted: converted === true ? 1 : 0,
  unconverted: converted === false ? 1 : 0,
})

/**
 * What was seen of one project's requests, and what was said of them since. In memory and bounded: each look-up and each label costs the
 * same however much is there. Maps keep the order in which things came, which makes them the rings that forget the oldest first.
 */
export class NeighbourIndex {
  readonly seed: number
  readonly #limits: NeighbourLimits
  readonly #pending = new Map<string, Entry>()
  readonly #labelled = new Map<string, Labelled>()
  readonly #profiles = new Profiles()
  readonly #totals = { inv: 0, ok: 0, converted: 0, unconverted: 0 }

  /** @param seed of the project's token sets: 32 bits */
  constructor(limits: NeighbourLimits = neighbourLimits, seed = 0) {
    this.#limits = limits
    this.seed = seed
  }

  /** Keeps a request for a label to come. An id that is known already keeps what it has. */
  remember(id: string, tokens: TokenSet, now: EpochSeconds): void {
    if (this.#pending.has(id) || this.#labelled.has(id)) return
    this.#pending.set(id, { tokens, at: now })
    for (const oldest of this.#pending.keys()) {
      if (this.#pending.size <= this.#limits.pending) break
      this.#pending.delete(oldest)
    }
  }

  /** Says what a request was; a later word on the same matter replaces the earlier. @returns false where the request is not known (any more). */
  label(id: string, label: RequestLabel, now: EpochSeconds): boolean {
    const before = this.#labelled.get(id)
    const entry = before ?? this.#pending.get(id)
    if (!entry) return false
    if (before) this.#forget(before)
    this.#pending.delete(id)
    this.#keep({ id, tokens: entry.tokens, at: now, label: { ...before?.label, ...label } })
    for (const oldest of this.#labelled.values()) {
      if (this.#labelled.size <= this.#limits.labels) break
      this.#forget(oldest)
    }
    return true
  }

  /** @param except a request whose own label does not count, near or far: what it was must not be known when it is judged. */
  query(tokens: TokenSet, except?: string): Neighbours {
    const own = except === undefined ? undefined : this.#labelled.get(except)
    const near = { inv: 0, ok: 0, converted: 0, unconverted: 0 }
    for (const profile of this.#profiles.near(tokens, this.#limits.similarity)) {
      addTo(near, profile.counts, 1)
      // Facts change with the code, and with them a request's set: its label stands where it was found, and goes from there.
      if (own && isSame(profile.tokens, own.tokens)) addTo(near, countsOf(own.label), -1)
    }
    const all = { ...this.#totals }
    if (own) addTo(all, countsOf(own.label), -1)
    return { near, all }
  }

  /** Forgets one request, whether it waits or is labelled. @returns whether it was known */
  forget(id: string): boolean {
    const labelled = this.#labelled.get(id)
    if (labelled) this.#forget(labelled)
    return this.#pending.delete(id) || labelled !== undefined
  }

  /** Forgets what is too old. */
  evict(now: EpochSeconds): void {
    const from = now - this.#limits.age
    for (const [id, { at }] of this.#pending) if (at < from) this.#pending.delete(id)
    for (const entry of this.#labelled.values()) if (entry.at < from) this.#forget(entry)
  }

  /** All labels together. */
  get totals(): Counts {
    return { ...this.#totals }
  }

  /** Requests and labels together. */
  get size(): number {
    return this.#pending.size + this.#labelled.size
  }

  get sizes(): { readonly pending: number; readonly labelled: number; readonly profiles: number } {
    return { pending: this.#pending.size, labelled: this.#labelled.size, profiles: this.#profiles.size }
  }

  /** Oldest first. */
  *labelled(): Iterable<Labelled> {
    yield* this.#labelled.values()
  }

  /** As it was labelled elsewhere, or before: for what `restoreNeighbours` reads. */
  insert(entry: Labelled): void {
    this.#pending.set(entry.id, entry)
    this.label(entry.id, entry.label, entry.at)
  }

  #keep(entry: Labelled): void {
    this.#labelled.set(entry.id, entry)
    this.#profiles.add(entry.tokens, countsOf(entry.label), 1)
    addTo(this.#totals, countsOf(entry.label), 1)
  }

  #forget(entry: Labelled): void {
    this.#labelled.delete(entry.id)
    this.#profiles.add(entry.tokens, countsOf(entry.label), -1)
    addTo(this.#totals, countsOf(entry.label), -1)
  }
}

const isSame = (a: TokenSet, b: TokenSet): boolean => a.length === b.length && a.every((token, i) => token === b[i])

function addTo(sum: { -readonly [K in keyof Counts]: number }, counts: Counts, sign: 1 | -1): void {
  sum.inv += sign * counts.inv
  sum.ok += sign * counts.ok
  sum.converted += sign * counts.converted
  sum.unconverted += sign * counts.unconverted
}
