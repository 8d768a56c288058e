import type { Ms, Px } from '../units.js'
import type { TraceKind } from './trace-kinds.js'

/** From a slice's first sample to its last, at most. */
export const MAX_SLICE_TIME: Ms = 1000
/** Some 55 moves of a mouse. */
export const MAX_SLICE_BYTES = 192
/**
 * Of a trace, at most. When there are more, the one with the fewest steps, and of these with the fewest samples (but never the newest), becomes part of the first leaf, which has no bytes and cannot
 * be revealed: those that lie side by side may then have had another between them.
 */
export const MAX_SLICES = 64
/** A longer way from one sample to the next counts as so long. */
export const MAX_WAY: Px = 32_767
/** A longer silence between two samples counts as so long: three days. */
export const MAX_SILENCE: Ms = 2 ** 28
/** What lies further back counts as so far: no step takes as much, and no event waits for others so long. */
export const MAX_LATE: Ms = 1000

/** One event, as little of it as shows how a hand goes: no text, no key, no target, and where on the page it was, neither. */
export interface Sample {
  readonly kind: TraceKind
  /**
   * Whole ms since the sample before, be it of the slice before; 0 for the first of all. Below 0 where events have overtaken one another: a browser gathers moves
   * until it draws, and tells of a key at once.
   */
  readonly dt: Ms
  /** Px since the last place, be it of the slice before: whole, or eighths in a fine slice; 0 for the first of all, and for kinds that have no place. */
  readonly dx: Px
  readonly dy: Px
}

/** What a slice begins with: where the one before has ended. */
export interface Before {
  /** Whole ms from the last place to the last sample; below 0 as between samples. */
  readonly age: Ms
  /** Whole ms from the last sample to the latest of all; 0 where that is the same. */
  readonly late: Ms
  /** The last step, where nothing came between; both 0 where it did. */
  readonly dx: Px
  readonly dy: Px
}

/** Before anything was done. */
export const NOTHING_BEFORE: Before = { age: 0, late: 0, dx: 0, dy: 0 }

/** Of a px, where they are not whole. */
export const EIGHTHS = 8

/** Up to a second of what a visitor did. */
export interface Slice {
  /** Places are not whole px, as on zoomed pages. */
  readonly isFine: boolean
  readonly before: Before
  readonly samples: readonly Sample[]
}
