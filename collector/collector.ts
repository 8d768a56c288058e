import type { FeatureId } from '../shared/features/index.js'
import type { Tally } from '../shared/features/tally.js'
import type { Observation } from '../shared/observation.js'
import type { ScoreReport } from '../shared/scorecard/scorecard.js'
import type { TellId } from '../shared/wire/tells.js'
import type { Attestation } from './attest/attestation.js'

/** What the collector sees, for pages that show it. */
export interface Inspection {
  /** Empty until the first attempt. */
  readonly tells: ReadonlyMap<TellId, Observation>
  readonly features: ReadonlyMap<FeatureId, Observation<number>>
  readonly tally: Tally
  /** By the client card. */
  readonly report: ScoreReport
  /** Exceptions in our listeners that were kept away from the page: 0 unless we have a bug. */
  readonly faults: number
}

/** A running collector. */
export interface Collector {
  /** The site key it was made for. */
  readonly key: string
  /**
   * Asks for a verdict on this session with all that was seen so far. Each call gets a token of its own. With enforcement, waits for the
   * visitor at the challenge screen too.
   * @param action what the page wants to do: 1 to 32 characters of `a-z 0-9 _ / -`
   * @returns always an Attestation within the deadline: without a verdict its action is `allow` and its status says why
   * @throws {CollectorError} rejects on misuse only: `bad-options`, `bad-action`, `stopped`
   */
  attest(action?: string): Promise<Attestation>
  /** The latest Attestation, without its token once that has expired; undefined before the first. */
  verdict(): Attestation | undefined
  inspect(): Inspection
  /** Removes all listeners and ends what is under way. */
  stop(): void
}
