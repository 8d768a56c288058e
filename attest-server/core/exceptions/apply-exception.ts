import type { EpochSeconds } from '../../../shared/units.js'
import type { Exceptions } from '../../stores/ports.js'
import { testActionOf } from '../find-project.js'
import type { Finding } from '../verdict.js'
import { subjectOf } from './subject-of.js'

/**
 * Lets a visitor through whom the owner wants to be let through; what was seen of them, and what it weighs, stays as it is. Asked only
 * about those who would be turned away. A session's exception also holds for who signs in it: a page that could not sign at first may later.
 */
export async function applyException(finding: Finding, exceptions: Pick<Exceptions, 'find'>, now: EpochSeconds): Promise<Finding> {
  const { project, session, action } = finding
  if (action === 'allow' || testActionOf(project.siteKey) !== undefined) return finding
  const subjects = [subjectOf(finding), subjectOf({ session, thumbprint: undefined })]
  const exception = await exceptions.find(project.id, [...new Set(subjects)], now)
  if (!exception) return finding
  return { ...finding, action: 'allow', kind: undefined, counterfactuals: [], exception: exception.reference }
}
