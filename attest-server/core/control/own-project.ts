import { err, ok, type Result } from '../../../shared/result.js'
import type { Accounts, Project, Projects } from '../../stores/ports.js'
import type { Fault } from '../fault.js'

export interface OwnershipDeps {
  readonly accounts: Pick<Accounts, 'projectIds'>
  readonly projects: Pick<Projects, 'byId'>
}

/** @returns the project, if it is the account's. One of somebody else's and one that never was are the same to who asks. */
export async function ownProject(
  accountId: string,
  projectId: string,
  { accounts, projects }: OwnershipDeps,
): Promise<Result<Project, Fault>> {
  const ids = await accounts.projectIds(accountId)
  const project = ids.includes(projectId) ? await projects.byId(projectId) : undefined
  return project ? ok(project) : err({ code: 'forbidden', detail: 'This project does not belong to the account.' })
}
