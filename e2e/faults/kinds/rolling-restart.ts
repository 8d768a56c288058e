import type { Fault } from '../harness/fault.js'
import { openFleet } from '../harness/fleet.js'
import { replaceUnderLoad } from '../harness/replace-under-load.js'

const INSTANCES = 2

export const rollingRestart: Fault = {
  name: 'rolling-restart',
  does: 'each of two servers on the same data is replaced under load: a new one is started, then the old one gets SIGTERM',
  clients: 'nothing',
  on: ['embedded', 'postgres', 'redis'],
  async run(ground) {
    const fleet = await openFleet(ground.deployment, INSTANCES)
    for (let i = 0; i < ground.runs; i++) await replaceUnderLoad(fleet, ground)
  },
}
