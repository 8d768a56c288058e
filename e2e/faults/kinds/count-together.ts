import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../harness/fault.js'
import { openFleet } from '../harness/fleet.js'

const INSTANCES = 4
const REQUESTS = 120
/** Between requests at one server, in ms: a key may ask 200 times a second. */
const PACE = 40
/** Counts are late by a second between servers, in ms. */
const LATE = 2500

const usedOf = (json: unknown): number => Number((json as { readonly used?: unknown } | undefined)?.used)

export const countTogether: Fault = {
  name: 'count-together',
  does: 'requests of one key go to four servers at the same time',
  clients: 'after a second or two each server says what all of them have counted: not one more, not one less',
  on: ['embedded', 'postgres', 'redis'],
  async run({ deployment, runs, findings }) {
    const { clients, known } = await openFleet(deployment, INSTANCES)
    const session = known.taken[0]!.session
    for (let i = 1; i <= runs; i++) {
      const ask = async (n: number) => {
        for (let k = 0; k < REQUESTS / INSTANCES; k++) {
          const { status } = await clients[n]!.lookUp(session)
          if (status !== 200) findings.wrong(`a request that is counted: ${status}`)
          await pause(PACE)
        }
      }
      await Promise.all(clients.map((_, n) => ask(n)))
      await pause(LATE)
      for (const client of clients) {
        const used = usedOf((await client.usage()).json)
        if (used < i * REQUESTS) findings.lost(`${i * REQUESTS - used} of ${i * REQUESTS} requests were not counted`)
        if (used > i * REQUESTS) findings.repeated(`${used - i * REQUESTS} of ${i * REQUESTS} requests were counted twice`)
        if (!Number.isFinite(used)) findings.wrong('nothing is said of what was counted')
      }
      findings.ran()
    }
  },
}
