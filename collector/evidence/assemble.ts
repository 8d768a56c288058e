import type { FeatureId } from '../../shared/features/index.js'
import { features } from '../../shared/features/index.js'
import { type Tally, tallyKeys } from '../../shared/features/tally.js'
import { failed, type Observation, unsupported } from '../../shared/observation.js'
import type { ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { EpochSeconds } from '../../shared/units.js'
import { EVIDENCE_VERSION, type EvidenceClaims, encodeObservation } from '../../shared/wire/evidence.js'
import type { TellId } from '../../shared/wire/tells.js'
import { BUILD } from '../build.js'
import { tells as list } from '../tells/index.js'

/** What the collector knows of the session at one moment: cumulative, so that a lost message heals with the next. */
export interface Findings {
  /** Empty until they were observed. */
  readonly tells: ReadonlyMap<TellId, Observation>
  readonly features: ReadonlyMap<FeatureId, Observation<number>>
  readonly tally: Tally
  /** By the client card. */
  readonly report: ScoreReport
}

/** What ties the evidence to one challenge, one page and one action. */
export interface Occasion {
  readonly nonce: string
  /** The proof of work. */
  readonly pow: string
  readonly now: EpochSeconds
  readonly origin: string
  readonly action: string
  readonly seq: number
}

/** The claims of the evidence. Tells, features and tallies stand in the order of the wire's lists; that of the tells is the
 * registry's, and a test holds it to this. */
export function assemble(occasion: Occasion, { tells, features: readings, tally, report }: Findings): EvidenceClaims {
  const { nonce, pow, now, origin, action, seq } = occasion
  return {
    v: EVIDENCE_VERSION,
    eat_nonce: nonce,
    iat: now,
    origin,
    action,
    seq,
    build: BUILD,
    pow,
    tells: list.map(({ id }) => encodeObservation(tells.get(id) ?? failed('timeout'))),
    features: features.map(({ id }) => encodeObservation(readings.get(id) ?? unsupported)),
    tally: tallyKeys.map((key) => tally[key]),
    card: report.card,
    llr: Math.round(report.llr * 100) / 100,
  }
}
