import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { MissingError } from '../../support/machine/tools.js'
import { checkLedger } from '../harness/check-ledger.js'
import { isFailOpen } from '../harness/client.js'
import type { Fault } from '../harness/fault.js'
import { startLoad } from '../harness/load.js'
import { openStage, type Stage } from '../harness/stage.js'
import { untilRecovered } from '../harness/until-recovered.js'

/** Time for the room that is left to be used up, and to be without any, in ms. */
const FILLING = 30_000
const FULL = 2000
const NO_LIMIT = 'unlimited'

/**
 * The kernel lets a process make no file longer than so many bytes: EFBIG, where a full disk says ENOSPC; SQLite takes both for a disk that is full or fails.
 * It needs no rights, and is lifted while the process runs. Node ignores SIGXFSZ.
 */
function limitFiles(pid: number, bytes: number | typeof NO_LIMIT): void {
  try {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:${NO_LIMIT}`], { stdio: 'pipe' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new MissingError('prlimit (util-linux) is not here')
    throw error
  }
}

/** No file may grow any more. */
const SMALL = 1

async function fill({ instance, client, known, site }: Stage, findings: Parameters<Fault['run']>[0]['findings']): Promise<void> {
  const load = startLoad(client, findings)
  await pause(300)
  limitFiles(instance.pid, SMALL)
  const deadline = performance.now() + FILLING
  while (load.failed.redeem === 0 || load.failed.post === 0 || load.failed.configure === 0) {
    if (performance.now() > deadline) throw new Error('the disk does not fill')
    await pause(20)
  }
  await pause(FULL)
  const [{ session } = { session: '' }] = known.taken
  const verdict = await client.verdict(session)
  if (verdict.status !== 200 || isFailOpen(verdict)) findings.wrong(`a verdict that is known, on a full disk: ${verdict.status}`)
  const ledger = await load.stop()
  limitFiles(instance.pid, NO_LIMIT)
  findings.recovered(await untilRecovered(client, known, performance.now()))
  await checkLedger(ledger, client, site, findings)
  findings.ran()
}

export const diskFull: Fault = {
  name: 'disk-full',
  does: 'no file of the server can be written any more, as on a disk that is full, until there is room again',
  clients: 'what has to be written gets 503 `unavailable` with `Retry-After: 1`; verdicts are read as before',
  on: ['embedded'],
  async run({ deployment, runs, findings }) {
    const stage = await openStage(deployment)
    for (let i = 0; i < runs; i++) await fill(stage, findings)
    await stage.instance.stop()
    await stage.checkData(findings)
  },
}
