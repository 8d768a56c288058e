import type { EpochSeconds } from '../../../shared/units.js'

/** What a session needs to know of one evidence. */
export interface SessionStep {
  /** Of the key that signed it; undefined where none did. */
  readonly thumbprint: string | undefined
  /** Work done to answer the challenge screen, as a multiple of what a page is asked for when it loads; 0 where no screen asked. */
  readonly answer: number
}

/** What is known of a session, with the evidence at hand counted. */
export interface SessionHistory {
  /** Pieces of evidence in the minute that is running. */
  readonly recent: number
  /**
   * The largest answer of the key that signed this evidence; 0 when it never gave one. A session's name can be handed from one client to
   * another, its key cannot: of another key's answer, or of one without a key, only the evidence that gave it profits.
   */
  readonly answered: number
}

export interface Sessions {
  /**
   * Counts one evidence. A session that is not known starts. Sessions of different projects are strangers. Of several keys, the one that
   * answered last is remembered; without an answer, nothing outlives the minute.
   */
  advance(projectId: string, session: string, step: SessionStep, now: EpochSeconds): Promise<SessionHistory>
}
