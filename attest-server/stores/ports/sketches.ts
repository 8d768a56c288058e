import type { EpochSeconds } from '../../../shared/units.js'

/** Whole numbers below 2³²: those of like sketches are partly the same, at the same position. */
export type SketchBands = readonly [number, number, number, number, number, number]
/** How many bands each sketch has. */
export const SKETCH_BANDS: SketchBands['length'] = 6
/** Of each band, so many are looked at, the latest first, whoever left them and also those that have ended: what a look costs has a bound. */
export const MOST_LOOKED_AT = 64
/** Of these, so many of others are met. */
export const MOST_MET = 16
/** So many of one session and key are kept: half a look remains for others. */
export const MOST_OWN = 32

/** What is kept of one evidence's behaviour, to know it again. */
export interface Sketch {
  readonly session: string
  /** Of the key that signed; undefined where none did. */
  readonly thumbprint: string | undefined
  readonly bands: SketchBands
  /** What likeness is read from; up to 256 letters. */
  readonly body: string
}

/** A sketch that another session, or another key of the same session, has left. */
export type MetSketch = Omit<Sketch, 'bands'>

/** Sketches of one project, each until it ends. */
export interface Sketches {
  /** Those of others with a band in common, each once. Of the same session and key, none is another's. */
  recall(projectId: string, sketch: Sketch, now: EpochSeconds): Promise<readonly MetSketch[]>
  /** The same, and keeps this one, in one step: of two alike that come at once, one meets the other. What the same has left already is not kept twice, and no more than `MOST_OWN` of it. */
  meet(projectId: string, sketch: Sketch, until: EpochSeconds, now: EpochSeconds): Promise<readonly MetSketch[]>
}
