import { ok } from '../../shared/result.js'
import { clock } from '../compose/compose-deps.js'
import { eraseSession } from '../core/control/erase-session.js'
import { MOST_EXCEPTION, makeException, USUAL_EXCEPTION } from '../core/exceptions/make-exception.js'
import { isOfSession } from '../core/exceptions/subject-of.js'
import { parseReference } from '../core/ids.js'
import type { Exception } from '../stores/ports.js'
import { type Answer, failure, misuse } from './answer.js'
import { type Desk, projectOf, refusalOf, required } from './desk.js'
import type { Options } from './parse-arguments.js'

const DAY = 86_400
const SESSION = /^[\w-]{1,128}$/

const shown = ({ reference, subject, until }: Exception) => ({
  reference,
  boundTo: isOfSession(subject) ? 'session' : 'device',
  until: new Date(until * 1000).toISOString(),
})
const lineOf = (exception: Exception): string => {
  const { reference, boundTo, until } = shown(exception)
  return `${reference} lets its ${boundTo} through until ${until}`
}

export async function listExceptions(options: Options, desk: Desk): Promise<Answer> {
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const list = await desk.stores.exceptions.list(project.value.id, clock())
  return ok({ data: { exceptions: list.map(shown) }, lines: list.length > 0 ? list.map(lineOf) : ['There are no exceptions.'] })
}

export async function addException(options: Options, desk: Desk): Promise<Answer> {
  const { days = String(USUAL_EXCEPTION / DAY) } = options
  const reference = required(options, 'reference')
  if (!reference.ok) return reference
  if (!/^[1-9]\d?$/.test(days) || Number(days) * DAY > MOST_EXCEPTION)
    return misuse(`--days must be a whole number from 1 to ${MOST_EXCEPTION / DAY}.`)
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const made = await makeException(project.value.id, reference.value, Number(days) * DAY, desk.stores, clock())
  return made.ok ? ok({ data: shown(made.value), lines: [lineOf(made.value)] }) : refusalOf(made.error)
}

export async function removeException(options: Options, desk: Desk): Promise<Answer> {
  const given = required(options, 'reference')
  if (!given.ok) return given
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const reference = parseReference(given.value)
  const isRemoved = reference !== undefined && (await desk.stores.exceptions.remove(project.value.id, reference))
  return isRemoved
    ? ok({ data: { removed: reference }, lines: [`${reference} lets nobody through any more.`] })
    : failure(`There is no exception ${given.value}.`)
}

/** Nothing of it is left, whether or not there was anything. */
export async function deleteSession(options: Options, desk: Desk): Promise<Answer> {
  const session = required(options, 'session')
  if (!session.ok) return session
  if (!SESSION.test(session.value)) return misuse('--session must be a session’s name, such as sess_….')
  const project = await projectOf(options, desk)
  if (!project.ok) return project
  const erased = await eraseSession(desk.stores, project.value.id, session.value)
  return ok({ data: { erased }, lines: [`${erased} entries of ${session.value} are gone.`] })
}
