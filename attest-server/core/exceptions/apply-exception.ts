import type { EpochSeconds } from '../../../shared/units.js'
import type { Exceptions, VerdictRecord } from '../../stores/ports.js'
import { subjectOf } from './subject-of.js'

/**
 * Lets a visitor through whom the owner wants to be let through, whatever turned them away: evidence, rule or toggle. What was seen of them, and what it
 * weighs, stays as it is. Asked only about those who would be turned away. A session's exception also holds for who signs in it: a page that could not
 * sign at first may later.
 */
export async function applyException(
  record: VerdictRecord,
  thumbprint: string | undefined,
  exceptions: Pick<Exceptions, 'find'>,
  now: EpochSeconds,
): Promise<VerdictRecord> {
  const { action, projectId, session, appraised = action } = record
  if (action === 'allow') return record
  const subject = subjectOf({ session, thumbprint })
  const exception = await exceptions.find(projectId, [...new Set([subject, subjectOf({ session, thumbprint: undefined })])], now)
  const turned = { ...record, subject }
  if (!exception) return turned
  const { kind: _, ...unkind } = turned
  return { ...unkind, action: 'allow', appraised, counterfactuals: [], exception: exception.reference }
}
