import type { Observation, ObservationId, Observations } from '../../../../shared/observation.js'
import type { LoggedObservation, VerdictRecord } from '../../../stores/ports.js'
import { detectionHits } from '../../detections/detection-hits.js'
import { detections } from '../../detections/index.js'
import { sessionBand, sessionScore } from '../../sessions/verdict/session-score.js'
import type { DocumentedValues } from '../fields/documented-fields.js'
import type { FieldRegistry } from '../fields/field.js'
import { readFields } from '../fields/read-fields.js'
import type { PastSession } from './preview.js'

function shownOf({ hard, posterior }: VerdictRecord, threshold: number): Pick<DocumentedValues, 'score' | 'band'> {
  const score = sessionScore({ llr: Math.log(posterior / (1 - posterior)), hard }, threshold)
  return { score, band: sessionBand(score, threshold, false) }
}

const observationOf = ({ state, value, reason }: LoggedObservation): Observation =>
  (state === 'ok' ? { state, value } : state === 'failed' ? { state, reason: reason ?? '' } : { state }) as Observation

/** Whether a tell of the page spoke for a bot; unknown where none was asked for. */
function passedProbes({ observations, contributions }: VerdictRecord): boolean | null {
  if (contributions.some(({ id, llr }) => id.startsWith('tell.') && llr > 0)) return false
  return observations.some(({ id, state }) => id.startsWith('tell.') && state === 'ok') ? true : null
}

/**
 * A verdict as rules would have read it. Addresses, paths and user agents are not kept, so that they are unknown here.
 * @param threshold of the project, against which its score falls into a band.
 */
export function pastVerdict(record: VerdictRecord, threshold: number, fields: FieldRegistry): PastSession {
  const seen: Observations = new Map<ObservationId, Observation>(record.observations.map((one) => [one.id, observationOf(one)]))
  const report = { contributions: record.contributions, families: new Map(Object.entries(record.families)) }
  const documented: DocumentedValues = {
    ...shownOf(record, threshold),
    verified_bot: false,
    verified_bot_category: null,
    'js_detection.passed': passedProbes(record),
    static_resource: false,
    detection_ids: detectionHits(detections, seen, report).map(({ id }) => id),
    path: null,
    ip: null,
    country: null,
    ua: null,
    'behavioral.mouse_entropy': null,
    'behavioral.scroll_velocity': null,
    'behavioral.visibility_changes': null,
    'behavioral.first_input_delay_ms': null,
  }
  return { reference: record.reference, read: readFields(fields, documented, seen) }
}
