import type { LiveSessions, VerdictRecord, Verdicts } from '../../stores/ports.js'
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
  /** Undefined where nothing was attested. */
  readonly record: VerdictRecord | undefined
}

/**
 * A session by what a page posted of it and by what our own collector attested. Where there is both, the attested verdict is what was judged, and who sent it,
 * from where and with what browser it says alone: it stands on proofs, and what a page posts is a bare word. So it is for who it was: nobody is verified by what somebody else posted under the same name.
 */
export function viewOf(posted: string | undefined, record: VerdictRecord | undefined, detections: readonly Detection[]): FoundSession {
  const state = readState(posted)
  const observations = observationsOf(state)
  const { network = unknownNetwork, judgement, request } = state
  return {
    state,
    judgement: record ? judgementOfRecord(record, detections) : judgement,
    identity: record ? identityOfRecord(record) : (request?.identity ?? { state: 'unknown' }),
    probes: record ? probesOfRecord(record) : (state.sums.js_passed ?? null),
    network: { ...network, country: record ? (record.country ?? null) : network.country },
    observations: record ? new Map([...observations, ...observationsOfRecord(record)]) : observations,
    record,
  }
}

/** What is known of a session. @returns undefined for one that nobody knows, or that is another project's. */
export async function findSession(projectId: string, session: string, deps: FindSessionDeps): Promise<FoundSession | undefined> {
  const [live, record] = await Promise.all([deps.liveSessions.get(projectId, session), deps.verdicts.latest(projectId, session)])
  return live || record ? viewOf(live?.state, record, deps.detections) : undefined
}
