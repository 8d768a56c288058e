import type { FeatureId } from '../../shared/features/index.js'
import type { InputEvent } from '../../shared/features/input-event.js'
import type { Tally } from '../../shared/features/reading/tally.js'
import type { Observation } from '../../shared/observation.js'
import type { ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Ms, Px } from '../../shared/units.js'
import type { EvidenceSummary } from '../../shared/wire/evidence.js'
import type { Observed } from '../tells/observe.js'
import type { Tell } from '../tells/tell.js'
import type { Committed } from './commit.js'

/** What is known of the session at one moment: cumulative, so that a lost message heals with the next. */
export interface Findings {
  /** Empty until they were observed. */
  readonly tells: Observed
  readonly features: ReadonlyMap<FeatureId, Observation<number>>
  readonly tally: Tally
  /** By the client card. */
  readonly report: ScoreReport
}

/** What senses.js makes of the visitor, as the evidence carries it. */
export type SensedSummary = Omit<EvidenceSummary, 'tells'>

/** What opens the trace that a summary commits to. It stays here. */
export type Opener = Pick<Committed, 'open'>

/** All that senses.js knows of the session, growing as the visitor goes on. */
export interface Sensing {
  /** Those that need not be observed before the first verdict. */
  readonly tells: readonly Tell[]
  push(event: InputEvent): void
  /** About how many words stand on a stretch of the page of that height; NaN while it is not known. */
  wordsOn(height: Px): number
  /** So many events were dropped here. */
  lose(count: number): void
  /** @param tells as far as they are observed */
  findings(tells: Observed): Findings
  /**
   * The findings as the evidence carries them, but for the tells, as they are when this is called; and committed to, where there is `crypto.subtle`.
   * @param nonce of the challenge that it is for
   */
  summary(tells: Observed, nonce: string): Promise<SensedSummary & Partial<Opener>>
}

/**
 * What senses.js brings.
 * @param begun when the collector started, on the page's clock
 */
export type StartSensing = (begun: Ms) => Sensing
