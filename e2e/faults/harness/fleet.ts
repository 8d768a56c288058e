import { type Client, createClient } from './client.js'
import type { Deployment, Instance } from './deployment.js'
import { type Ledger, openLedger } from './ledger.js'
import { makeSite, type Site } from './site.js'
import { untilRecovered } from './until-recovered.js'
import { untilScored } from './until-scored.js'
import { post } from './work.js'

/** Several servers on one deployment. */
export interface Fleet {
  readonly site: Site
  /** Those that run; whoever replaces one writes it here. */
  readonly instances: Instance[]
  /** One for each place in `instances`. */
  readonly clients: readonly Client[]
  /** Asks one after another, as a load balancer has it. */
  readonly client: Client
  /** A session that is scored. */
  readonly known: Ledger
}

export async function openFleet(deployment: Deployment, size: number): Promise<Fleet> {
  // One after another: the first one makes the schema and the first key.
  const instances: Instance[] = [await deployment.start()]
  instances.push(...(await Promise.all(Array.from({ length: size - 1 }, () => deployment.start()))))
  const site = await makeSite(deployment, instances[0]!.url)
  let turn = 0
  const client = createClient(site, () => instances[turn++ % instances.length]!.url)
  const known = openLedger()
  await post(client, known)
  await untilScored(client, known)
  // A Redis that is new refuses what came to be before it was looked at, and a moment more (MARGIN in its `epoch.ts`).
  await untilRecovered(client, known, performance.now())
  return { site, instances, client, known, clients: instances.map((_, i) => createClient(site, () => instances[i]!.url)) }
}
