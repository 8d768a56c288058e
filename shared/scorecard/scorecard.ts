import type { ObservationId } from '../observation.js'
import type { Llr, Probability } from '../units.js'

export type Engine = 'behaviour' | 'automation' | 'heuristic'

/** Numbers below `below` weigh `llr`; bins ascend and the last one ends at Infinity. For booleans, false counts as 0 and true as 1. */
export interface Bin {
  readonly below: number
  readonly llr: Llr
}

/** Holds where an Observation is known and `from` ≤ its value < `below`. */
export interface Condition {
  readonly id: ObservationId
  readonly from: number
  readonly below: number
}

/**
 * How one Observation weighs. With conditions, it does so only where others are in a range, each in its own: the amount of data, the
 * kind of device, or one bin of a second feature (a table of two features is one row for each bin of the second).
 */
export interface Row {
  readonly id: ObservationId
  /** All of them must hold. */
  readonly when?: readonly Condition[]
  readonly family: string
  readonly bins: readonly Bin[]
  /** Weight of an Observation that is not `ok`, where the conditions hold. 0 unless absence itself was measured to tell something. */
  readonly missing: Llr
  /** The data or the document on which the numbers stand. */
  readonly source: string
}

/** Correlated rows count together only up to the family's limits. */
export interface Family {
  readonly engine: Engine
  /** What makes it speak in a person's hands, where that makes others speak, too: one of the card's `causes`. */
  readonly cause?: string
  readonly min: Llr
  readonly max: Llr
}

/** A fact that proves automation by itself. `atLeast` is compared with the value (true counts as 1). */
export interface HardRule {
  readonly name: string
  readonly id: ObservationId
  readonly atLeast: number
}

export interface Scorecard {
  /** Stands in every verdict; changes whenever a number changes. */
  readonly version: string
  /** ln odds of automation before anything is seen. */
  readonly prior: Llr
  /**
   * How much of what the other engines say for a bot behaviour may take back; Infinity: all of it. A replay moves, presses and types as
   * its person did, so that nothing it does may undo how its input came about. Where the others say nothing, behaviour counts in full.
   */
  readonly takesBack: Llr
  /** The most that all families of one cause weigh together for a bot, after their own limits. What they say for a person counts in full. */
  readonly causes: Readonly<Record<string, Llr>>
  /** Where it holds, nothing that behaviour says for a person counts: what events say of a hand is a script's word there. */
  readonly doubts?: Condition
  readonly families: Readonly<Record<string, Family>>
  readonly rows: readonly Row[]
  readonly hardRules: readonly HardRule[]
}

export interface Contribution {
  readonly id: ObservationId
  /** On what the weight depended, besides the value. */
  readonly when?: readonly Condition[]
  readonly family: string
  readonly llr: Llr
}

export interface ScoreReport {
  readonly card: string
  /** P(automated | all that was seen). */
  readonly posterior: Probability
  /** ln odds of automation: the prior, every engine and `givenBack` added up. */
  readonly llr: Llr
  readonly families: ReadonlyMap<string, Llr>
  /** Their families added up: those of one cause up to its limit, each for its share. What they lack of the families, overlaps (`overlapOf`). */
  readonly engines: Readonly<Record<Engine, Llr>>
  /** What behaviour would take back of the other engines beyond the card's `takesBack`, or all it says for a person where that is in doubt; mostly 0, never less. */
  readonly givenBack: Llr
  /** Rows that weighed something, heaviest first. */
  readonly contributions: readonly Contribution[]
  /** Names of the hard rules that were hit. */
  readonly hard: readonly string[]
}
