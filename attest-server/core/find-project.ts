import { err, ok, type Result } from '../../shared/result.js'
import { siteKeyOfLive } from '../../shared/wire/live-key.js'
import type { Action } from '../../shared/wire/verdict.js'
import type { Project, Projects } from '../stores/ports.js'
import { ANY_ORIGIN } from './checks/origin.js'
import type { Rejection } from './rejection.js'

/** For other people's tests: every origin, always the same action, and `test: true` in the verdict. */
const testKeys: ReadonlyMap<string, Action> = new Map([
  ['pk_test_allow', 'allow'],
  ['pk_test_challenge', 'challenge'],
  ['pk_test_block', 'block'],
])

/** The action that a test key always gets; undefined for every other key. */
export const testActionOf = (siteKey: string): Action | undefined => testKeys.get(siteKey)

const testProject = (siteKey: string): Project => ({
  id: siteKey,
  name: siteKey,
  siteKey,
  origins: [ANY_ORIGIN],
  enforce: true,
  noscript: true,
  createdAt: 0,
})

/** @param siteKey also as detectip's clients write it. */
export async function findProject(siteKey: string, projects: Pick<Projects, 'bySiteKey'>): Promise<Result<Project, Rejection>> {
  if (testKeys.has(siteKey)) return ok(testProject(siteKey))
  const live = siteKeyOfLive(siteKey)
  const project = (await projects.bySiteKey(siteKey)) ?? (live === undefined ? undefined : await projects.bySiteKey(live))
  return project ? ok(project) : err({ reason: 'project-unknown' })
}
