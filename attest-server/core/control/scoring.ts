import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { Project, Projects, Settings, StoredSecret } from '../../stores/ports.js'
import type { Fault } from '../fault.js'
import { makeSiteKey, type Random } from '../ids.js'

export interface ScoringDeps {
  readonly projects: Pick<Projects, 'change' | 'replaceSecret'>
  readonly settings: Settings
  readonly makePrivateKey: (projectId: string) => Promise<{ readonly key: string; readonly stored: StoredSecret }>
  readonly random: Random
}

async function replacePrivateKey(projectId: string, { makePrivateKey, projects }: ScoringDeps): Promise<string> {
  const { key, stored } = await makePrivateKey(projectId)
  await projects.replaceSecret(stored)
  return key
}

/**
 * Turns the sessions API on. Exactly one caller, however often it is asked, gets a private key: the project's one key, so that an older
 * one is worthless from then on. Who does not get to see it can rotate it.
 */
export async function enableScoring({ id }: Project, deps: ScoringDeps, now: EpochSeconds): Promise<string | undefined> {
  const isFirst = await deps.settings.enableScoring(id, Math.floor(now))
  return isFirst ? replacePrivateKey(id, deps) : undefined
}

/** @returns the new key; the old one is worthless when this resolves. */
export async function rotateKey({ id }: Project, type: 'site' | 'private', deps: ScoringDeps): Promise<Result<string, Fault>> {
  const { scoringEnabledAt } = await deps.settings.of(id)
  if (scoringEnabledAt === undefined) return err({ code: 'conflict', detail: 'Scoring is not enabled for this project.' })
  if (type === 'private') return ok(await replacePrivateKey(id, deps))
  const changed = await deps.projects.change(id, { siteKey: makeSiteKey(deps.random) })
  return changed ? ok(changed.siteKey) : err({ code: 'forbidden' })
}
