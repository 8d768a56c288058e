import type { TraceKind } from '../../../shared/trace/trace-kinds.js'
import type { Action, ListedSession } from './sessions.js'

/**
 * One session with all that explains it.
 *
 * `GET /dashboard/api/projects/{project}/sessions/{session}` → 200 `SessionPage`; `session` is a session's name, a `jti` or a support code. 404 where nothing is kept of it.
 * `DELETE /dashboard/api/projects/{project}/sessions/{session}` → 204: forgets it.
 */
export interface SessionPage {
  readonly session: string
  /** The verdict that was asked for, or the session's newest. */
  readonly verdict: Explained
  /** What the visitor showed of their movement before the verdict; null where nothing was asked for, or nothing is kept. */
  readonly movement: readonly ShownSlice[] | null
  /** All verdicts of the session that are kept, oldest first; at most 50, the newest ones. */
  readonly timeline: readonly ListedSession[]
}

export interface Explained extends ListedSession {
  readonly assurance: 'noscript' | 'unsigned' | 'signed'
  readonly round: number
  readonly paid: boolean
  readonly card: string
  /** ln odds: `prior`, all `contributions`, what is less by `limits`, and what is given back add up to it. */
  readonly llr: number
  readonly waterfall: Waterfall
  /** Hard rules that were hit: each proves automation by itself. */
  readonly hard: readonly string[]
  readonly counterfactuals: readonly Counterfactual[]
  readonly observations: readonly SeenObservation[]
  readonly confidence: number | null
  /** The vendor whose crawler it said to be, and was not. */
  readonly claimed: string | null
  /** What the evidence alone came to, where something else decided. */
  readonly appraised: Action | null
  readonly rule: string | null
  /** Names of rules that matched and decided nothing. */
  readonly noted: readonly string[]
}

/** Drawn from left to right; the ends are `prior` and `llr`. */
export interface Waterfall {
  readonly prior: number
  /** Families, heaviest (either way) first. */
  readonly families: readonly FamilyShare[]
  /** What families of one cause said beyond its limit; 0 or less. */
  readonly overlap: number
  /** What behaviour may not take back. */
  readonly givenBack: number
  readonly llr: number
}

export interface FamilyShare {
  readonly family: string
  /** After the family's limit. */
  readonly llr: number
  /** Before it they add up to `llr` and what the limit cut. Heaviest first. */
  readonly contributions: readonly Contribution[]
}

export interface Contribution {
  /** `tell.webdriver` */
  readonly id: string
  /** Natural log; positive speaks for a bot. */
  readonly llr: number
  /** As it was observed; null where that was not known. */
  readonly value: boolean | number | string | null
  /** On what else the weight depended: "input.moves 20 to 200". */
  readonly when: readonly string[]
}

export interface Counterfactual {
  /** Ids of facts, or names of families. */
  readonly without: readonly string[]
  readonly action: Action
}

export interface SeenObservation {
  readonly id: string
  readonly state: 'ok' | 'unsupported' | 'failed'
  readonly value: boolean | number | string | null
  readonly reason: string | null
  readonly description: string | null
}

/** A second of what was done, at most. */
export interface ShownSlice {
  /** Which of the trace's; neighbours go on from one another. */
  readonly index: number
  /** In their order; at least one. */
  readonly samples: readonly ShownSample[]
}

export interface ShownSample {
  readonly kind: TraceKind
  /** ms since the first of the slice. */
  readonly t: number
  /** Px from where the slice began: where on the page that was, nobody knows. */
  readonly x: number
  readonly y: number
}
