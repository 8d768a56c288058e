import type { EpochSeconds } from '../../../../shared/units.js'
import type { LiveSessions } from '../../../stores/ports.js'
import { readState, type SessionState } from './session-state.js'

/** Of as many writers at once, the slowest is done by then. */
const MOST_TRIES = 8

/**
 * Reads, changes and writes what is kept of a visit, again where another was faster.
 * @param change pure; undefined: nothing is written.
 * @returns whether it was written; `contested` when others were always faster.
 */
export async function changeState(
  sessions: LiveSessions,
  [projectId, session]: readonly [string, string],
  now: EpochSeconds,
  change: (state: SessionState, isKnown: boolean) => SessionState | undefined,
): Promise<'kept' | 'unchanged' | 'too-large' | 'contested'> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const live = await sessions.get(projectId, session)
    const next = change(readState(live?.state), live !== undefined)
    if (!next) return 'unchanged'
    const put = await sessions.put(projectId, session, JSON.stringify(next), live?.rev ?? 0, now)
    if (put !== 'stale') return put
  }
  return 'contested'
}
