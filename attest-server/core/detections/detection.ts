import type { ObservationId } from '../../../shared/observation.js'
import type { Llr } from '../../../shared/units.js'
import type { Verified } from '../identity/verified.js'
import type { Rejection } from '../rejection.js'

/** What makes a detection hit: an Observation in a range (from ≤ value < below) that weighed for a bot, a family that did, a rejection, or a proof of who it is. */
export type Sign =
  | { readonly observation: ObservationId; readonly from: number; readonly below?: number }
  | { readonly family: string; readonly from: Llr }
  | { readonly rejection: Rejection['reason'] }
  | { readonly verified: Verified['by'] }

/** One reason that may be named in verdicts, under a number and a name that are never given to another (BOT-56). */
export interface Detection {
  /** Its hundred says what kind it is: 1 heuristics, 2 browser, 3 behaviour, 4 network, 5 crawlers and agents, 6 protocol. */
  readonly id: number
  /** Lower case, with underscores, as `rule_hits` has it. */
  readonly name: string
  /** One sentence for people who read verdicts. */
  readonly title: string
  /** Any of them. */
  readonly signs: readonly Sign[]
}
