import type { LiveSessions, Verdicts } from '../../stores/ports.js'
import type { Detection } from '../detections/detection.js'
import { type SessionView, unknownNetwork } from './judged.js'
import { identityOfRecord, judgementOfRecord, observationsOfRecord, probesOfRecord } from './judgement-of-record.js'
import { observationsOf } from './state/fold-events.js'
import { readState, type SessionState } from './state/session-state.js'

export interface FindSessionDeps {
  readonly liveSessions: Pick<LiveSessions, 'get'>
  readonly verdicts: Pick<Verdicts, 'latest'>
  readonly detections: readonly Detection[]
}

/** A session with what a page posted of it. */
export interface FoundSession extends SessionView {
  readonly state: SessionState
  /** Whether probes of the browser found a usual one; null where none looked. */
  readonly probes: boolean | null
}

/**
 * What is known of a session, by what a page posted of it and by what our own collector attested. Where there is both, the attested verdict is
 * what was judged: it stands on proofs.
 * @returns undefined for a session that nobody knows, or that is another project's.
 */
export async function findSession(projectId: string, session: string, deps: FindSessionDeps): Promise<FoundSession | undefined> {
  const [live, record] = await Promise.all([deps.liveSessions.get(projectId, session), deps.verdicts.latest(projectId, session)])
  if (!live && !record) return undefined
  const state = readState(live?.state)
  const posted = observationsOf(state)
  const { network = unknownNetwork, judgement, request } = state
  return {
    state,
    judgement: record ? judgementOfRecord(record, deps.detections) : judgement,
    identity: record?.verified ? identityOfRecord(record) : (request?.identity ?? { state: 'unknown' }),
    probes: state.sums.js_passed ?? (record ? probesOfRecord(record) : null),
    network,
    observations: record ? new Map([...posted, ...observationsOfRecord(record)]) : posted,
  }
}
