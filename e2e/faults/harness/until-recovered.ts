import { setTimeout as pause } from 'node:timers/promises'
import { type Client, isFailOpen } from './client.js'
import { type Ledger, openLedger } from './ledger.js'
import { type WorkName, workNames, works } from './work.js'

/** So long, in ms: a server that has not come to itself by then does not. */
const MOST = 60_000
const BETWEEN = 10

/** The verdict of a session that was scored says so again; all else succeeds. */
async function succeeds(name: WorkName, client: Client, ledger: Ledger): Promise<boolean> {
  const { reply, isDone } = await works[name](client, ledger)
  return isDone && !(name === 'read' && isFailOpen(reply))
}

async function until(name: WorkName, client: Client, ledger: Ledger, since: number): Promise<void> {
  while (!(await succeeds(name, client, ledger))) {
    if (performance.now() - since > MOST) throw new Error(`${name} does not succeed within ${MOST} ms`)
    await pause(BETWEEN)
  }
}

/**
 * Asks for everything until it was had once.
 * @param ledger with a session that was scored, which is read
 * @param since when the fault ended, by `performance.now()`
 * @returns how long ago that was, in ms @throws when it is not had in a minute
 */
export async function untilRecovered(client: Client, { taken }: Pick<Ledger, 'taken'>, since: number): Promise<number> {
  // Each with a ledger of its own, so that none waits for another's.
  await Promise.all(workNames.map((name) => until(name, client, { ...openLedger(), taken: [...taken] }, since)))
  return performance.now() - since
}
