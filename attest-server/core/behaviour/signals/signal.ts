import type { ObservationId, Observations } from '../../../../shared/observation.js'
import type { Row } from '../../../../shared/scorecard/scorecard.js'
import type { Llr, Share } from '../../../../shared/units.js'
import type { Table } from '../evidence/scale.js'

/**
 * A signal of /api/score: a name for some rows of the one card. Its score says what those rows weigh by themselves; what all of them weigh
 * together, the card says. One a file or a small group; listed in `detection/index.ts`.
 */
export interface DetectionSignal {
  readonly name: string
  /** Its share of what is reported where all signals are there; those of the list add up to 1. */
  readonly weight: Share
  /** Rows of the client card that it stands for, by what they weigh. */
  readonly takes: readonly ObservationId[]
  /** Rows that posted events add to the card. */
  readonly rows: readonly Row[]
  /**
   * What nine in ten people stay below where the rows lean to the side of bots for everybody, as fitted ones may (boosting shares what all say among
   * them): 90 % of the visits of 10 s and more that may be fitted (`bench/lib/split.ts`), posted. The signal's score counts from there; the card does not.
   */
  readonly neutral?: Llr
}

/** A signal of /api/verify-bot: high for a bot. Listed in `verification/index.ts`. */
export interface VerificationSignal {
  readonly name: string
  readonly dimension: 'body' | 'mind'
  /** Its share of its dimension; those of each add up to 1. */
  readonly weight: Share
  /** What its score is of; NaN where nothing is known. */
  read(view: View): number
  readonly scale: Table
  /** On what the scale stands. */
  readonly source: string
}

/** What signals are read from. */
export interface View {
  readonly seen: Observations
  /** An observation as a number; NaN where it is none. */
  numberOf(id: ObservationId): number
  /** What the rows of a detection signal weigh, from its `neutral` on; NaN where nothing is known. */
  evidenceOf(name: string): number
}

export type SignalStatus = 'pass' | 'marginal' | 'fail' | 'missing'

/** One signal on the wire (LAB-21, LAB-22). */
export interface SignalReport {
  /** 0 to 100, to one decimal; null where it is `missing`. */
  readonly score: number | null
  /** What it counts for among those that are there: 0 where it is `missing`; all others add up to 1. */
  readonly weight: Share
  readonly status: SignalStatus
}
