import type { Observation, ObservationId, Observations } from '../../../shared/observation.js'
import type { VerdictRecord } from '../../stores/ports.js'
import type { Detection } from '../detections/detection.js'
import { detectionHits } from '../detections/detection-hits.js'
import { signalsOf } from './judge-session.js'
import type { Judgement } from './judged.js'

export const observationsOfRecord = ({ observations }: VerdictRecord): Observations =>
  new Map(
    observations.map(({ id, state, value, reason }): [ObservationId, Observation] => {
      if (state === 'ok' && value !== undefined) return [id, { state, value }]
      return [id, state === 'failed' ? { state, reason: reason ?? '' } : { state: 'unsupported' }]
    }),
  )

/** What our own collector's evidence was judged to be, in the shape of this surface. Its probes are no bare claims: they may decide. */
export function judgementOfRecord(record: VerdictRecord, detections: readonly Detection[]): Judgement {
  const families = new Map(Object.entries(record.families))
  const { contributions } = record
  return {
    card: record.card,
    llr: record.llr,
    hard: record.hard,
    action: record.action,
    hits: detectionHits(detections, observationsOfRecord(record), { contributions, families }).map(({ id }) => id),
    signals: signalsOf(contributions, families),
  }
}
