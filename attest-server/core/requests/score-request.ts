import { type Observations, seen } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import type { Scorecard, ScoreReport } from '../../../shared/scorecard/scorecard.js'
import type { EpochSeconds, Probability } from '../../../shared/units.js'
import type { Fact, HttpFacts } from '../../facts/fact.js'
import type { Detection } from '../detections/detection.js'
import { detectionHits } from '../detections/detection-hits.js'
import type { Identity } from '../identity/verified.js'
import { attribute, type TokenAttribution } from './attribution.js'
import { decideRequest, type RequestDecision, type Thresholds } from './decide-request.js'
import { conversionOf } from './neighbours/conversion.js'
import { neighbourEvidence } from './neighbours/neighbour-evidence.js'
import type { NeighbourIndex } from './neighbours/neighbour-index.js'
import { requestTokens } from './neighbours/request-tokens.js'
import type { TokenSet } from './neighbours/token-set.js'
import { observeRequest } from './observe-request.js'

/** What does not change from request to request of a project. */
export interface RequestScoring {
  readonly facts: readonly Fact[]
  readonly card: Scorecard
  readonly detections: readonly Detection[]
  readonly thresholds: Thresholds
  /** The project's own; undefined where nothing is kept. */
  readonly neighbours: NeighbourIndex | undefined
}

export interface RequestScore {
  /** 0 for whoever is verified. */
  readonly invalid: Probability
  /** Null where too few outcomes were reported. */
  readonly converted: Probability | null
  readonly decision: RequestDecision
  /** By number. */
  readonly hits: readonly Detection[]
  readonly attributions: readonly TokenAttribution[]
  /** How many labelled look-alikes there are of either kind. */
  readonly neighbours: { readonly inv: number; readonly ok: number }
  /** For `NeighbourIndex.remember`, under the request's id, so that it can be labelled later. */
  readonly tokens: TokenSet
  /** The one posterior, for other surfaces and for logs. */
  readonly report: ScoreReport
  readonly observations: Observations
}

const nobody = { inv: 0, ok: 0, converted: 0, unconverted: 0 }
const none = { near: nobody, all: nobody }

/** What is known of a request beside itself. */
export interface RequestContext {
  /** Of a request that was scored before: its own label is then no evidence. */
  readonly id?: string
  /** Who sent it, as far as that is proved (`resolveIdentity`); without it, unknown. */
  readonly identity?: Identity
}

/**
 * Judges a request by what is known of it alone: headers, address and labelled look-alikes. Pure but for what the index has seen; never
 * throws; some tens of microseconds.
 *
 * Whoever is verified is what it says, and that is not invalid: it passes before anything is weighed (BOT-52). Its user agent's name would else speak
 * against it.
 *
 * @param http with what is known of its address, where a database says (`network/describe-client.ts`)
 */
export function scoreRequest(
  http: HttpFacts,
  scoring: RequestScoring,
  now: EpochSeconds,
  { id, identity = { state: 'unknown' } }: RequestContext = {},
): RequestScore {
  const { facts, card, detections, thresholds, neighbours } = scoring
  const observations = observeRequest(facts, http, now)
  // The lie is evidence; a proof ends the question, and is none.
  if (identity.state === 'impostor') observations.set('session.impostor', seen(1))
  // Before the look-alikes are known: requests are alike by what they are, not by what others were.
  const tokens = requestTokens(http, observations, neighbours?.seed)
  const { near, all } = neighbours?.query(tokens, id) ?? none
  observations.set('session.look-alikes', neighbourEvidence(near, all))
  const isVerified = identity.state === 'verified'
  const report = score(isVerified ? new Map() : observations, card)
  const invalid = isVerified ? 0 : report.posterior
  return {
    invalid,
    converted: conversionOf(near, all),
    decision: isVerified ? 'allow' : decideRequest(invalid, thresholds),
    hits: detectionHits(detections, observations, report, identity),
    attributions: attribute(report, http, observations),
    neighbours: { inv: near.inv, ok: near.ok },
    tokens,
    report,
    observations,
  }
}
