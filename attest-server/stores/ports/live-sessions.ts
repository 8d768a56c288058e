import type { EpochSeconds } from '../../../shared/units.js'

/** How the names of all sessions begin. */
export const SESSION_PREFIX = 'sess_'
/** Characters of a session's state. */
export const MOST_STATE = 16_384

/** What is known of a visit while it lasts. */
export interface LiveSession {
  /** JSON */
  readonly state: string
  /** From 1; goes up with each change. */
  readonly rev: number
  readonly touchedAt: EpochSeconds
}

export interface NamedSession extends LiveSession {
  readonly session: string
}

/** Forgotten two days after the last change; beyond the limit, of the projects that have the most, those that were silent longest. */
export interface LiveSessions {
  get(projectId: string, session: string): Promise<LiveSession | undefined>
  /**
   * Compare and set.
   * @param rev as it was read; 0 for a session that is not there.
   * @returns `stale` when another was faster: read again. `too-large` beyond `MOST_STATE`.
   */
  put(projectId: string, session: string, state: string, rev: number, now: EpochSeconds): Promise<'kept' | 'stale' | 'too-large'>
  remove(projectId: string, session: string): Promise<void>
  /** Those that changed last, newest first: what a draft of a rule is tried on. */
  recent(projectId: string, most: number): Promise<readonly NamedSession[]>
}
