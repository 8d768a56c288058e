import type { ObservationId, Scalar } from '../../../shared/observation.js'
import type { Contribution } from '../../../shared/scorecard/scorecard.js'
import type { EpochSeconds, Llr, Probability } from '../../../shared/units.js'
import type { Round } from '../../../shared/wire/challenge.js'
import type { Action, Assurance, Band, VerifiedClaim } from '../../../shared/wire/verdict.js'
import type { Counterfactual } from '../../core/counterfactuals.js'
import type { KindReport } from '../../core/kinds/kind.js'
import type { MatchedRule, Resolution } from '../../core/rules/resolution/resolve.js'

/** How one fact was seen; `failed` carries its reason. */
export interface LoggedObservation {
  readonly id: ObservationId
  readonly state: 'ok' | 'unsupported' | 'failed'
  readonly value?: Scalar
  readonly reason?: string
}

/** A verdict with all that explains it. Holds no address, no header and no token: nothing here names a person. */
export interface VerdictRecord {
  readonly jti: string
  /** For people, `7K3VM-Q2XR9`. */
  readonly reference: string
  readonly projectId: string
  readonly session: string
  readonly issuedAt: EpochSeconds
  readonly action: Action
  /** The posterior, not rounded. */
  readonly posterior: Probability
  readonly band: Band
  readonly assurance: Assurance
  readonly origin: string
  readonly pageAction: string
  readonly round: Round
  /** Work was done for it: what cost nothing is no ground to judge rules by. */
  readonly paid?: true
  readonly card: string
  readonly llr: Llr
  readonly families: Readonly<Record<string, Llr>>
  /** What families of one cause said beyond its limit, which `llr` is less by; left out where that is nothing. */
  readonly overlap?: Llr
  /** What behaviour may not take back of what the rest says for a bot; left out where that is nothing. */
  readonly givenBack?: Llr
  readonly hard: readonly string[]
  /** Heaviest first. */
  readonly contributions: readonly Contribution[]
  /** What it looks like, if it is a bot. Only where it was challenged or blocked. */
  readonly kind?: KindReport
  /** Who it is, where that was proved: a vendor or an agent, never a person. */
  readonly verified?: VerifiedClaim
  /** The vendor whose crawler it said to be, and by the vendor's own method was not. */
  readonly claimed?: string
  /** What would have had to be unknown for a milder action; none for `allow`. */
  readonly counterfactuals: readonly Counterfactual[]
  readonly observations: readonly LoggedObservation[]
  /** The country that it came from, where databases say. */
  readonly country?: string
  /** What the evidence alone came to, where something else decided, or where it is not enforced yet. */
  readonly appraised?: Action
  /** The visitor is let through for now: what was decided is `appraised`, and `kind` and `counterfactuals` are of that. */
  readonly deferred?: true
  /** Why, where a rule or a toggle of the project decided. */
  readonly decided?: Pick<Resolution, 'reason' | 'rule'> & { readonly by: 'rule' | 'toggle' }
  /** Rules that matched and decided nothing; left out where there are none. */
  readonly noted?: readonly MatchedRule[]
  /** Whom an exception lets through; only where the visitor was turned away, or would have been without one. Never shown. */
  readonly subject?: string
  /** The reference of the exception by which the visitor was let through. */
  readonly exception?: string
}

/** What a visitor showed of their movement, kept beside their verdict for a while, where the project wants that. */
export interface KeptMovement {
  /** As `core/reveal/kept-slices.ts` writes it. */
  readonly text: string
  /** When it is dropped; before that, where its verdict is. */
  readonly until: EpochSeconds
}

/** What lists are filtered by: none of it names a visitor. */
export interface VerdictFacets {
  readonly action: Action
  /** Of a bot, where it was challenged or blocked. */
  readonly kind: string | null
  readonly origin: string
  /** What the page wanted to do. */
  readonly page: string
  /** Where it came from, as far as databases say. */
  readonly network: 'datacenter' | 'anonymiser' | 'residential' | 'unknown'
  /** ISO 3166-1, where databases say. */
  readonly country: string | null
  /** Of a bot, what spoke for one most: ids of observations, at most five. */
  readonly tells: readonly string[]
}

/** Verdicts that a filter looks through in one go: some 15 ms. */
export const MOST_LOOKED_THROUGH = 20_000

/** `kind`: of any, where that is what is asked for. */
export const ANY_KIND = 'any'

export interface VerdictsAsked extends Partial<{ readonly [F in Exclude<keyof VerdictFacets, 'tells'>]: string | undefined }> {
  /** One of their tells. */
  readonly tell?: string | undefined
  /** Where an earlier page ended. */
  readonly before?: string | undefined
  /** Issued then or later. */
  readonly from?: EpochSeconds | undefined
  /** Issued before that. */
  readonly to?: EpochSeconds | undefined
}

export interface VerdictPage {
  readonly verdicts: readonly VerdictRecord[]
  /** Where the next page begins; undefined where there is none. One may be short, or empty, and have a next. */
  readonly next: string | undefined
}

export interface Verdicts {
  /** @param until when the record may be dropped. */
  record(verdict: VerdictRecord, until: EpochSeconds, movement?: KeptMovement): Promise<void>
  /** What is kept of the movement of a verdict's visitor. */
  movementOf(projectId: string, jti: string, now: EpochSeconds): Promise<string | undefined>
  /** @param name `jti` or reference. Another project's verdict does not exist. */
  find(projectId: string, name: string): Promise<VerdictRecord | undefined>
  /** Newest first: what a draft of a rule is tried on. */
  recent(projectId: string, most: number): Promise<readonly VerdictRecord[]>
  /** The newest of a session; of several of one second, one of them. */
  latest(projectId: string, session: string): Promise<VerdictRecord | undefined>
  /** All of a session that are kept, the newest first. */
  ofSession(projectId: string, session: string, most: number): Promise<readonly VerdictRecord[]>
  /** Newest first; at most so many, from at most `MOST_LOOKED_THROUGH`. As fast with a million as with a thousand. */
  page(projectId: string, asked: VerdictsAsked, most: number): Promise<VerdictPage>
}
