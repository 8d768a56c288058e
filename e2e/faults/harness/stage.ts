import { type Client, createClient } from './client.js'
import type { Deployment, Instance, Wishes } from './deployment.js'
import { findDamage } from './find-damage.js'
import type { Findings } from './findings.js'
import { openLedger } from './ledger.js'
import { makeSite, type Site } from './site.js'
import { untilScored } from './until-scored.js'
import { post } from './work.js'

/** One server that runs on a deployment, a site that it serves, and its clients. */
export interface Stage {
  readonly site: Site
  readonly client: Client
  /** A session that is scored. */
  readonly known: ReturnType<typeof openLedger>
  /** The one that runs. */
  readonly instance: Instance
  /** Another one in the place of the one that runs no more. */
  restart(wishes?: Wishes): Promise<void>
  /** While no server runs: whether the files are whole. */
  checkData(findings: Findings): Promise<void>
}

export async function openStage(deployment: Deployment, wishes: Wishes = {}): Promise<Stage> {
  let instance = await deployment.start(wishes)
  const site = await makeSite(deployment, instance.url)
  const client = createClient(site, () => instance.url)
  const known = openLedger()
  await post(client, known)
  await untilScored(client, known)
  return {
    ...{ site, client, known },
    get instance() {
      return instance
    },
    async restart(more = wishes) {
      instance = await deployment.start(more)
    },
    async checkData(findings) {
      const damage = await findDamage(deployment.dataDir)
      if (damage !== undefined) findings.wrong(`PRAGMA integrity_check: ${damage}`)
    },
  }
}
