import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { holdRequests } from '../harness/hold-requests.js'
import { startLoad } from '../harness/load.js'
import { openStage } from '../harness/stage.js'
import { untilRecovered } from '../harness/until-recovered.js'

const HELD = 6

export const stopServer: Fault = {
  name: 'stop-server',
  does: 'a server is stopped by SIGTERM under load, in the middle of requests that it has accepted, and another is started on the same data',
  clients: 'what was under way is answered; then no connection until the next process listens',
  on: ['embedded'],
  cost: 4,
  async run({ deployment, runs, findings }) {
    const stage = await openStage(deployment)
    for (let i = 0; i < runs; i++) {
      const load = startLoad(stage.client, findings)
      await pause(200)
      const held = await holdRequests(stage.instance.url, stage.site, HELD)
      const stopping = stage.instance.stop()
      // As slow clients do: they go on while the server waits for them.
      await pause(500)
      for (const status of await held.finish()) if (status !== 202) findings.lost(`a request that was accepted: ${status}`)
      const code = await stopping
      if (code !== 0) findings.wrong(`a server that is stopped ends with ${code}`)
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
