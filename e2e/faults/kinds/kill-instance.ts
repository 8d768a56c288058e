import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { openFleet } from '../harness/fleet.js'
import { startLoad } from '../harness/load.js'
import { untilRecovered } from '../harness/until-recovered.js'

const INSTANCES = 2

export const killInstance: Fault = {
  name: 'kill-instance',
  does: 'one of two servers on the same data is ended by SIGKILL at a random moment under load; another takes its place a second later',
  clients: 'no connection to the one that is gone; the other answers everything all the while',
  on: ['postgres', 'redis', 'cluster'],
  async run({ deployment, runs, findings }) {
    const fleet = await openFleet(deployment, INSTANCES)
    for (let i = 0; i < runs; i++) {
      const load = startLoad(fleet.client, findings)
      await pause(200 + Math.random() * 400)
      const place = i % INSTANCES
      await fleet.instances[place]!.kill()
      findings.recovered(await untilRecovered(fleet.clients[1 - place]!, fleet.known, performance.now()))
      await pause(500)
      fleet.instances[place] = await deployment.start()
      const ledger = await load.stop()
      await checkLedger(ledger, fleet.client, fleet.site, findings)
      findings.ran()
    }
  },
}
