import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { startLoad } from '../harness/load.js'
import { openStage } from '../harness/stage.js'
import { untilRecovered } from '../harness/until-recovered.js'

/** The server dies at any moment within this, in ms. */
const MOMENTS = 600

export const killServer: Fault = {
  name: 'kill-server',
  does: 'the process of a server is ended by SIGKILL at a random moment under load, and another is started on the same data',
  clients: 'no connection until the next process listens; then everything as before',
  on: ['embedded'],
  cost: 1,
  async run({ deployment, runs, findings }) {
    const stage = await openStage(deployment)
    for (let i = 0; i < runs; i++) {
      const load = startLoad(stage.client, findings, { visitors: 8 })
      await pause(50 + Math.random() * MOMENTS)
      await stage.instance.kill()
      const ledger = await load.stop()
      await stage.checkData(findings)
      const since = performance.now()
      await stage.restart()
      findings.recovered(await untilRecovered(stage.client, stage.known, since))
      await checkLedger(ledger, stage.client, stage.site, findings)
      findings.ran()
    }
  },
}
