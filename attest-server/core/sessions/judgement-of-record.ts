import type { Observation, ObservationId, Observations } from '../../../shared/observation.js'
import type { Action } from '../../../shared/wire/verdict.js'
import type { VerdictRecord } from '../../stores/ports.js'
import type { Detection } from '../detections/detection.js'
import { detectionHits } from '../detections/detection-hits.js'
import type { Identity } from '../identity/verified.js'
import { signalsOf } from './judge-session.js'
import type { Judgement } from './judged.js'

export const observationsOfRecord = ({ observations }: VerdictRecord): Observations =>
  new Map(
    observations.map(({ id, state, value, reason }): [ObservationId, Observation] => {
      if (state === 'ok' && value !== undefined) return [id, { state, value }]
      return [id, state === 'failed' ? { state, reason: reason ?? '' } : { state: 'unsupported' }]
    }),
  )

/** Who was verified when it was decided. Of an impostor the lie was weighed, and nothing more is to be known. */
export const identityOfRecord = ({ verified }: VerdictRecord): Identity => {
  if (!verified) return { state: 'unknown' }
  const { by, id, category } = verified
  return { state: 'verified', verified: { by, id, category } }
}

/** What the evidence alone came to, whatever rules, toggles or an exception made of it. */
export const ownActionOf = ({ appraised, action }: VerdictRecord): Action => appraised ?? action

/** What was decided about the visit, also while its browser is not told so. */
const decidedActionOf = ({ deferred, appraised, action }: VerdictRecord): Action => (deferred ? (appraised ?? action) : action)

/** Whether a tell of the page spoke for a bot; null where none was asked for. */
export function probesOfRecord({ observations, contributions }: VerdictRecord): boolean | null {
  if (contributions.some(({ id, llr }) => id.startsWith('tell.') && llr > 0)) return false
  return observations.some(({ id, state }) => id.startsWith('tell.') && state === 'ok') ? true : null
}

/** What our own collector's evidence was judged to be, in the shape of this surface. Its probes are no bare claims: they may decide. */
export function judgementOfRecord(record: VerdictRecord, detections: readonly Detection[]): Judgement {
  const families = new Map(Object.entries(record.families))
  const { contributions } = record
  return {
    card: record.card,
    llr: record.llr,
    hard: record.hard,
    action: decidedActionOf(record),
    hits: detectionHits(detections, observationsOfRecord(record), { contributions, families }, identityOfRecord(record)).map(
      ({ id }) => id,
    ),
    signals: signalsOf(contributions, families),
  }
}
