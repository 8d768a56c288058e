import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Libsql from 'libsql'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { startLoad } from '../harness/load.js'
import { openStage, type Stage } from '../harness/stage.js'
import { untilRecovered } from '../harness/until-recovered.js'

/** Three times as long as the server waits for somebody else's write, in ms: several of its statements wait in vain. */
const LOCKED = 16_000

async function lock({ client, known, site }: Stage, dataDir: string, findings: Parameters<Fault['run']>[0]['findings']): Promise<void> {
  // One at a time: what many write together is one transaction.
  const load = startLoad(client, findings, { visitors: 1 })
  await pause(300)
  const other = new Libsql(join(dataDir, 'vouchsafe.db'))
  try {
    other.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE')
    await pause(LOCKED)
    // What the server saw of the file before is not the newest any more.
    other.exec('UPDATE counts SET rows = rows; COMMIT')
  } finally {
    other.close()
  }
  const freed = performance.now()
  const ledger = await load.stop()
  findings.recovered(await untilRecovered(client, known, freed))
  await checkLedger(ledger, client, site, findings)
  // A verdict that is read writes nothing that its answer waits for.
  const { read: _, ...written } = load.failed
  if (Object.values(written).every((count) => count === 0))
    findings.wrong(`everything was written in a file that was locked: ${JSON.stringify(load)}`)
  findings.ran()
}

export const fileLocked: Fault = {
  name: 'file-locked',
  does: 'another process writes to the file for longer than the server waits, and ends',
  clients: 'answers come seconds late; what has to be written gets 503 `unavailable` with `Retry-After: 1`',
  on: ['embedded'],
  async run({ deployment, runs, findings }) {
    const stage = await openStage(deployment)
    for (let i = 0; i < runs; i++) await lock(stage, deployment.dataDir, findings)
    await stage.instance.stop()
    await stage.checkData(findings)
  },
}
