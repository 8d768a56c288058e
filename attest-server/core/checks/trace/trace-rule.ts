import type { FeatureId } from '../../../../shared/features/index.js'
import type { Tally } from '../../../../shared/features/reading/tally.js'
import type { Commitment } from '../../../../shared/trace/commitment.js'

/** What an evidence has committed to, beside what it says. */
export interface CommittedSummary {
  readonly commitment: Commitment
  readonly tally: Tally
  /** The feature's value; undefined where it has none. */
  value(id: FeatureId): number | undefined
}

/** Something that holds for every commitment that our own collector made, whoever moved. */
export interface TraceRule {
  /** For the log alone: whoever is refused does not learn it. */
  readonly name: string
  holds(summary: CommittedSummary): boolean
}
