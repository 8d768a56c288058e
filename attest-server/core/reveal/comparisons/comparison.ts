import type { RevealedTrace } from '../../../../shared/trace/open-commitment.js'

/** What was shown, and of how many slices. */
export interface ComparedTrace extends RevealedTrace {
  readonly leaves: number
}

/** Something that holds for the slices of every trace that our own collector kept, whoever moved. */
export interface Comparison {
  /** For the log alone: whoever is refused does not learn it. */
  readonly name: string
  holds(shown: ComparedTrace): boolean
}
