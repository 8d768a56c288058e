import { err, ok, type Result } from '../../../shared/result.js'
import type { Project } from '../../stores/ports.js'
import { checkOrigin } from '../checks/origin.js'
import { findProject } from '../find-project.js'
import type { Rejection } from '../rejection.js'
import type { NoscriptDeps } from './deps.js'

export interface Return {
  readonly project: Project
  readonly origin: string
}

/** The project and the origin that a visitor goes back to. An address outside of the project's origins is refused: nobody is sent elsewhere. */
export async function findReturn(siteKey: string, address: string, deps: NoscriptDeps): Promise<Result<Return, Rejection>> {
  const project = await findProject(siteKey, deps.projects)
  if (!project.ok) return project
  if (!project.value.noscript) return err({ reason: 'noscript-off' })
  let origin: string
  try {
    origin = new URL(address).origin
  } catch {
    return err({ reason: 'field-malformed', field: 'query.return' })
  }
  const allowed = checkOrigin(project.value.origins, origin)
  return allowed.ok ? ok({ project: project.value, origin }) : allowed
}
