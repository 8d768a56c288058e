import type { EpochSeconds } from '../../../shared/units.js'
import type { LiveSessions, Verdicts } from '../../stores/ports.js'
import type { Judging } from './judge-session.js'
import { changeState } from './state/change-state.js'
import { rejudge } from './state/fold-events.js'

export interface LogInDeps {
  readonly liveSessions: LiveSessions
  readonly verdicts: Pick<Verdicts, 'latest'>
  readonly judging: Judging
  readonly onRescored: (projectId: string, session: string) => void
}

/**
 * Notes that the site knows who this visitor is: a little for a person. The first time counts.
 * @returns since when; undefined for a session that is not known (yet).
 */
export async function logIn(projectId: string, session: string, deps: LogInDeps, now: EpochSeconds): Promise<EpochSeconds | undefined> {
  const isAttested = (await deps.verdicts.latest(projectId, session)) !== undefined
  let since: EpochSeconds | undefined
  const outcome = await changeState(deps.liveSessions, [projectId, session], now, (state, isKnown) => {
    since = isKnown || isAttested ? (state.loggedInAt ?? Math.floor(now)) : undefined
    return since === undefined || state.loggedInAt !== undefined ? undefined : rejudge({ ...state, loggedInAt: since }, deps.judging)
  })
  if (outcome === 'kept') deps.onRescored(projectId, session)
  // Others were always faster: the caller may ask again.
  return outcome === 'contested' ? undefined : since
}
