import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { openFleet } from '../harness/fleet.js'
import { startLoad } from '../harness/load.js'
import { untilRecovered } from '../harness/until-recovered.js'

const INSTANCES = 2
/** Longer than anything is remembered of what every request asks for, in ms. */
const AWAY = 3000

export const killStore: Fault = {
  name: 'kill-store',
  does: 'PostgreSQL, and where there is one Redis, is ended by SIGKILL under load, and is there again after three seconds; the servers go on',
  clients:
    'what needs it gets 503 `unavailable` with `Retry-After: 1`; verdicts that are read let pass, with 200. When Redis is back, challenges from before get 409 `challenge-used`: a new one is good',
  on: ['postgres', 'redis'],
  async run({ deployment, runs, findings }) {
    const fleet = await openFleet(deployment, INSTANCES)
    for (let i = 0; i < runs; i++) {
      for (const part of deployment.parts) {
        const load = startLoad(fleet.client, findings, { mayForget: part.name === 'redis' })
        await pause(200 + Math.random() * 300)
        await part.kill()
        await pause(AWAY)
        await part.start()
        const since = performance.now()
        const times = await Promise.all(fleet.clients.map((client) => untilRecovered(client, fleet.known, since)))
        findings.recovered(Math.max(...times))
        await checkLedger(await load.stop(), fleet.client, fleet.site, findings)
      }
      findings.ran()
    }
  },
}
