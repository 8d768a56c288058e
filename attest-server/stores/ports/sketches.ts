import type { EpochSeconds } from '../../../shared/units.js'

/** How many bands each sketch has. */
export const SKETCH_BANDS = 6
/** Of each band, so many are looked at, the latest first. */
export const MOST_MET = 16

/** What is kept of one evidence's behaviour, to know it again. */
export interface Sketch {
  readonly session: string
  /** Of the key that signed; undefined where none did. */
  readonly thumbprint: string | undefined
  /** Whole numbers below 2³², `SKETCH_BANDS` of them: those of like sketches are partly the same, at the same position. */
  readonly bands: readonly number[]
  /** What likeness is read from; up to 256 letters. */
  readonly body: string
}

/** A sketch that somebody else left. */
export interface MetSketch {
  /** Their key, or their session where no key signed. */
  readonly owner: string
  readonly body: string
}

/**
 * Sketches of one project, each until it ends. Somebody else is whoever has neither the session nor the key: one page may send the same twice, and one
 * key may be in several tabs.
 */
export interface Sketches {
  /** Those of others with a band in common, each once. */
  recall(projectId: string, sketch: Sketch, now: EpochSeconds): Promise<readonly MetSketch[]>
  /** The same, and keeps this one, in one step: of two alike that come at once, one meets the other. What a session has left already is not kept twice. */
  meet(projectId: string, sketch: Sketch, until: EpochSeconds, now: EpochSeconds): Promise<readonly MetSketch[]>
}
