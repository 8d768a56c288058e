import type { VerdictRecord } from '../../../stores/ports.js'
import { detections } from '../../detections/index.js'
import { viewOf } from '../../sessions/find-session.js'
import { ownActionOf } from '../../sessions/judgement-of-record.js'
import { readSession } from '../../sessions/verdict/rule-context.js'
import type { FieldRegistry } from '../fields/field.js'
import type { PastSession } from './preview.js'

/**
 * A verdict as rules would have read it. Addresses, paths and user agents are not kept, so that they are unknown here.
 * @param threshold of the project, against which its score falls into a band.
 */
export function pastVerdict(record: VerdictRecord, threshold: number, fields: FieldRegistry): PastSession {
  const view = viewOf(undefined, record, detections)
  return {
    reference: record.reference,
    session: record.session,
    hasPaid: record.paid === true,
    read: readSession(view, {}, threshold, fields),
    own: ownActionOf(record),
    isExcepted: record.exception !== undefined,
  }
}
