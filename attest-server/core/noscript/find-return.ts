import { err, ok, type Result } from '../../../shared/result.js'
import type { Project } from '../../stores/ports.js'
import { checkOrigin, LOOPBACK } from '../checks/origin.js'
import { findProject, testActionOf } from '../find-project.js'
import type { Rejection } from '../rejection.js'
import type { NoscriptDeps } from './deps.js'

export interface Return {
  readonly project: Project
  readonly origin: string
}

/** Of an address that a page may lead to and a header may hold: `URL` lets `;` and `'` stand in a host, which in a policy start something new. */
const PLAIN_HOST = /^[a-z0-9.:[\]-]+$/

/** @returns the origin of a plain web address; undefined for other schemes, hosts that are none, and names or passwords before the host. */
function parseReturn(address: string): string | undefined {
  try {
    const { protocol, username, password, hostname, origin } = new URL(address)
    const isWeb = protocol === 'https:' || protocol === 'http:'
    return isWeb && username === '' && password === '' && PLAIN_HOST.test(hostname) ? origin : undefined
  } catch {
    return undefined
  }
}

/** A test key is anybody's: what it sends people to must be their own machine. */
const returnOrigins = ({ siteKey, origins }: Project): readonly string[] => (testActionOf(siteKey) === undefined ? origins : [LOOPBACK])

/** The project and the origin that a visitor goes back to. An address outside of the project's origins is refused: nobody is sent elsewhere. */
export async function findReturn(siteKey: string, address: string, deps: NoscriptDeps): Promise<Result<Return, Rejection>> {
  const project = await findProject(siteKey, deps.projects)
  if (!project.ok) return project
  if (!project.value.noscript) return err({ reason: 'noscript-off' })
  const origin = parseReturn(address)
  if (origin === undefined) return err({ reason: 'field-malformed', field: 'query.return' })
  const allowed = checkOrigin(returnOrigins(project.value), origin)
  return allowed.ok ? ok({ project: project.value, origin }) : allowed
}
