import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import { revocationDigest } from '../../../shared/wire/revocations.js'
import type { Projects, Revocations, Verdicts } from '../../stores/ports.js'

export interface ReportedDeps {
  readonly verdicts: Pick<Verdicts, 'find' | 'latest'>
  readonly projects: Pick<Projects, 'byId'>
  readonly revocations: Pick<Revocations, 'add'>
  /** The longest that a verdict may live, however the server was set up when it was signed, and what clocks differ by. */
  readonly revocationLife: Seconds
}

/**
 * The owner says that a session was a bot: what it was allowed counts no more. Only where such a verdict may still be good, so that reports of yesterday take
 * no room; where there is none left, the report is kept all the same.
 * @param name the session, or a verdict's reference
 */
export async function revokeReported(projectId: string, name: string, deps: ReportedDeps, now: EpochSeconds): Promise<void> {
  const { verdicts, projects, revocations, revocationLife } = deps
  const record = (await verdicts.latest(projectId, name)) ?? (await verdicts.find(projectId, name))
  if (record?.action !== 'allow' || record.issuedAt + revocationLife <= now) return
  const project = await projects.byId(projectId)
  if (!project) return
  await revocations.add(projectId, revocationDigest('sub', project.siteKey, record.session), Math.floor(now) + revocationLife, now)
}
