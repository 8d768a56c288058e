import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Exception, Exceptions, Verdicts } from '../../stores/ports.js'
import type { Fault } from '../fault.js'
import { parseReference } from '../ids.js'
import { isOfSession } from './subject-of.js'

const DAY: Seconds = 86_400
export const LEAST_EXCEPTION: Seconds = 60
/** As long as a device key is remembered, half of it: a visitor is looked at again twice a year. */
export const MOST_EXCEPTION: Seconds = 90 * DAY
/** What is bound to a session can be handed on, to a thousand programs at once, and no tab's session lives longer. */
const MOST_OF_SESSION: Seconds = 2 * DAY
/** A week: long enough to find out what was the matter. */
export const USUAL_EXCEPTION: Seconds = 7 * DAY

export interface ExceptionDeps {
  readonly exceptions: Exceptions
  readonly verdicts: Pick<Verdicts, 'find'>
}

/**
 * @param text the support code, as somebody heard and typed it
 * @param life from now on; of what is bound to a session the two days that one may last, at most
 */
export async function makeException(
  projectId: string,
  text: string,
  life: Seconds,
  { exceptions, verdicts }: ExceptionDeps,
  now: EpochSeconds,
): Promise<Result<Exception, Fault>> {
  const reference = parseReference(text)
  if (reference === undefined)
    return err({ code: 'invalid', fields: [{ path: 'reference', message: 'Must be a support code such as 7K3VM-Q2XR9.' }] })
  const verdict = await verdicts.find(projectId, reference)
  if (!verdict)
    return err({ code: 'not-found', detail: `No verdict of this project has the reference ${reference}, or it is not kept any more.` })
  if (verdict.subject === undefined) return err({ code: 'conflict', detail: `The verdict ${reference} turned nobody away.` })
  const most = isOfSession(verdict.subject) ? MOST_OF_SESSION : MOST_EXCEPTION
  const exception = { reference, subject: verdict.subject, until: Math.floor(now) + Math.min(life, most) }
  return (await exceptions.add(projectId, exception))
    ? ok(exception)
    : err({ code: 'conflict', detail: 'This project has as many exceptions as it may, or this code lets another visitor through.' })
}
