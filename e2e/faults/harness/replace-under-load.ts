import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from './check-ledger.js'
import type { Ground } from './fault.js'
import type { Fleet } from './fleet.js'
import { type Load, startLoad } from './load.js'

const failuresOf = ({ failed }: Load): number => Object.values(failed).reduce((sum, count) => sum + count, 0)

/** A new one first: then the old one gets no new request, and ends those that it has. */
async function replaceEach({ instances }: Fleet, { deployment, findings }: Ground): Promise<void> {
  for (const [place, old] of [...instances].entries()) {
    instances[place] = await deployment.start()
    // What was sent to it a moment ago arrives.
    await pause(100)
    const code = await old.stop()
    if (code !== 0) findings.wrong(`a server that is stopped ends with ${code}`)
    findings.ran()
  }
}

/** Each server of a fleet gives way to a new one of this version, while they are asked. What any of them has acknowledged is there afterwards. */
export async function replaceUnderLoad(fleet: Fleet, ground: Ground): Promise<void> {
  const { findings } = ground
  const load = startLoad(fleet.client, findings)
  await replaceEach(fleet, ground)
  const ledger = await load.stop()
  for (let n = 0; n < failuresOf(load); n++) findings.lost('a request that was sent while servers were replaced')
  await checkLedger(ledger, fleet.client, fleet.site, findings)
}
