import type { FeatureId } from '../../shared/features/index.js'
import type { InputEvent } from '../../shared/features/input-event.js'
import type { Tally } from '../../shared/features/reading/tally.js'
import type { Observation } from '../../shared/observation.js'
import type { ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Ms } from '../../shared/units.js'
import type { EvidenceSummary } from '../../shared/wire/evidence.js'
import type { TellId } from '../../shared/wire/tells.js'
import type { WorkerFacts } from '../environment/worker-facts.js'
import type { Moment } from '../tells/tell.js'

/** What is known of the session at one moment: cumulative, so that a lost message heals with the next. */
export interface Findings {
  /** Empty until they were observed. */
  readonly tells: ReadonlyMap<TellId, Observation>
  readonly features: ReadonlyMap<FeatureId, Observation<number>>
  readonly tally: Tally
  /** By the client card. */
  readonly report: ScoreReport
}

/** All that senses.js knows of the session, growing as the visitor goes on. */
export interface Sensing {
  push(event: InputEvent): void
  /** So many events were dropped here. */
  lose(count: number): void
  /**
   * Observes the tells whose moment has come and that have not answered yet. Never rejects.
   * @param worker what the attesting environment's worker says of itself
   */
  observe(worker: Promise<WorkerFacts | undefined>, moment: Moment): Promise<void>
  findings(): Findings
  /** The findings as the evidence carries them. */
  summary(): EvidenceSummary
  /** Observes and listens no more. What it knows stays. */
  end(): void
}

/**
 * What senses.js brings.
 * @param begun when the collector started, on the page's clock
 */
export type StartSensing = (begun: Ms) => Sensing
