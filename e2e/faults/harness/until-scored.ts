import { setTimeout as pause } from 'node:timers/promises'
import { type Client, isFailOpen } from './client.js'
import type { Ledger } from './ledger.js'

const MOST = 30_000

/** Resolves when the sessions of a ledger have scores. @throws when they have none in half a minute, or there are no sessions */
export async function untilScored(client: Client, { taken }: Pick<Ledger, 'taken'>): Promise<void> {
  if (taken.length === 0) throw new Error('no events were taken')
  for (const { session } of taken) {
    const since = performance.now()
    for (;;) {
      const reply = await client.verdict(session)
      if (reply.status === 200 && !isFailOpen(reply)) break
      if (performance.now() - since > MOST) throw new Error(`a session has no score after ${MOST} ms`)
      await pause(20)
    }
  }
}
