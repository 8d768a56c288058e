import type { VerdictRecord } from '../../../stores/ports.js'
import { detections } from '../../detections/index.js'
import { unknownNetwork } from '../../sessions/judged.js'
import { identityOfRecord, judgementOfRecord, observationsOfRecord, probesOfRecord } from '../../sessions/judgement-of-record.js'
import { readState } from '../../sessions/state/session-state.js'
import { documentedValues } from '../../sessions/verdict/rule-context.js'
import type { FieldRegistry } from '../fields/field.js'
import { readFields } from '../fields/read-fields.js'
import type { PastSession } from './preview.js'

/**
 * A verdict as rules would have read it. Addresses, paths and user agents are not kept, so that they are unknown here.
 * @param threshold of the project, against which its score falls into a band.
 */
export function pastVerdict(record: VerdictRecord, threshold: number, fields: FieldRegistry): PastSession {
  const observations = observationsOfRecord(record)
  const found = {
    state: readState(undefined),
    judgement: judgementOfRecord(record, detections),
    identity: identityOfRecord(record),
    network: unknownNetwork,
    probes: probesOfRecord(record),
    observations,
  }
  return { reference: record.reference, read: readFields(fields, documentedValues(found, {}, threshold), observations) }
}
