import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { openFleet } from '../harness/fleet.js'
import { startLoad } from '../harness/load.js'
import { networkFaults } from '../harness/tcp-proxy.js'
import { untilRecovered } from '../harness/until-recovered.js'

const INSTANCES = 2
const LASTS = 4000

export const badNetwork: Fault = {
  name: 'bad-network',
  does: 'what goes between the servers and PostgreSQL or Redis is three seconds late, is cut, is swallowed, or comes back as garbage, for four seconds each',
  clients: 'as where the store is gone: 503 `unavailable` with `Retry-After: 1` within seconds, and verdicts that are read let pass',
  on: ['postgres', 'redis'],
  cost: 40,
  async run({ deployment, runs, findings }) {
    const fleet = await openFleet(deployment, INSTANCES)
    for (let i = 0; i < runs; i++) {
      for (const { proxy } of deployment.parts) {
        for (const fault of networkFaults) {
          const load = startLoad(fleet.client, findings)
          await pause(200)
          proxy?.set(fault)
          await pause(LASTS)
          proxy?.set('none')
          const since = performance.now()
          const times = await Promise.all(fleet.clients.map((client) => untilRecovered(client, fleet.known, since)))
          findings.recovered(Math.max(...times))
          await checkLedger(await load.stop(), fleet.client, fleet.site, findings)
        }
      }
      findings.ran()
    }
  },
}
