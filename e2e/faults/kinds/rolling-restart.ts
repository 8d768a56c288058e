import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Client } from '../harness/client.js'
import type { Fault } from '../harness/fault.js'
import type { Findings } from '../harness/findings.js'
import { openFleet } from '../harness/fleet.js'
import { type Load, startLoad } from '../harness/load.js'

const INSTANCES = 2

const failuresOf = ({ failed }: Load): number => Object.values(failed).reduce((sum, count) => sum + count, 0)

/** A new one first: then the old one gets no new request, and ends those that it has. */
async function replaceEach(replace: (place: number) => Promise<number>, findings: Findings): Promise<void> {
  for (let place = 0; place < INSTANCES; place++) {
    const code = await replace(place)
    if (code !== 0) findings.wrong(`a server that is stopped ends with ${code}`)
    findings.ran()
  }
}

export const rollingRestart: Fault = {
  name: 'rolling-restart',
  does: 'each of two servers on the same data is replaced under load: a new one is started, then the old one gets SIGTERM',
  clients: 'nothing',
  on: ['embedded', 'postgres', 'redis'],
  async run({ deployment, runs, findings }) {
    const fleet = await openFleet(deployment, INSTANCES)
    const client: Client = fleet.client
    for (let i = 0; i < runs; i++) {
      const load = startLoad(client, findings)
      await replaceEach(async (place) => {
        const old = fleet.instances[place]!
        fleet.instances[place] = await deployment.start()
        // What was sent to it a moment ago arrives.
        await pause(100)
        return old.stop()
      }, findings)
      const ledger = await load.stop()
      for (let n = 0; n < failuresOf(load); n++) findings.lost('a request that was sent while servers were replaced')
      await checkLedger(ledger, client, fleet.site, findings)
    }
  },
}
