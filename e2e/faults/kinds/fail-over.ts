import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { openFleet } from '../harness/fleet.js'
import { startLoad } from '../harness/load.js'
import { untilRecovered } from '../harness/until-recovered.js'

const INSTANCES = 2

export const failOver: Fault = {
  name: 'fail-over',
  does: 'a primary of a Redis Cluster is ended by SIGKILL under load; its replica takes its place, and it comes back as a replica',
  clients:
    'what lies on it gets 503 `unavailable` with `Retry-After: 1` for some seconds; verdicts that are read let pass. Then challenges from before get 409 `challenge-used`: a new one is good',
  on: ['cluster'],
  cost: 20,
  async run({ deployment, runs, findings }) {
    const fleet = await openFleet(deployment, INSTANCES)
    for (let i = 0; i < runs; i++) {
      const part = deployment.parts[i % deployment.parts.length]!
      const load = startLoad(fleet.client, findings, { mayForget: true })
      await pause(300)
      const since = performance.now()
      await part.kill()
      const times = await Promise.all(fleet.clients.map((client) => untilRecovered(client, fleet.known, since)))
      findings.recovered(Math.max(...times))
      const ledger = await load.stop()
      await part.start()
      await checkLedger(ledger, fleet.client, fleet.site, findings)
      findings.ran()
    }
  },
}
