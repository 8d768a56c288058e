import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from './client.js'
import type { Findings } from './findings.js'
import { judgeReply } from './judge-reply.js'
import { joinLedgers, type Ledger, openLedger } from './ledger.js'
import { type WorkName, workNames, works } from './work.js'

/** Clients that do everything that clients do, as fast as they are answered. */
export interface Load {
  /** How often each kind of work was done so far, and how often it was not. */
  readonly done: Readonly<Record<WorkName, number>>
  readonly failed: Readonly<Record<WorkName, number>>
  /** Lets everybody finish. @returns what they were told */
  stop(): Promise<Ledger>
}

export interface LoadOptions {
  readonly visitors?: number
  /** The store may lose claims. */
  readonly mayForget?: boolean
}

const zeroes = (): Record<WorkName, number> => ({ redeem: 0, post: 0, read: 0, show: 0, configure: 0 })
/** Between two changes of rules by all together, in ms. */
const CONFIGURE = 300
/** Between two works of one visitor, in ms. */
const BETWEEN = 2
/** Before one who was refused asks again, in ms. */
const PATIENCE = 25

/** Each answer is judged: what no document says is found. */
export function startLoad(client: Client, findings: Findings, { visitors = 4, mayForget = false }: LoadOptions = {}): Load {
  const [done, failed] = [zeroes(), zeroes()]
  let isStopped = false
  let configuredAt = -Infinity
  /** An owner's token may ask 600 times a minute. */
  function nameOf(turn: number): WorkName {
    const name = workNames[turn % workNames.length]!
    if (name !== 'configure') return name
    if (performance.now() - configuredAt < CONFIGURE) return 'redeem'
    configuredAt = performance.now()
    return name
  }
  async function visit(ledger: Ledger, first: number): Promise<void> {
    for (let i = first; !isStopped; i++) {
      const name = nameOf(i)
      const { reply, isDone } = await works[name](client, ledger)
      const fault = judgeReply(name, reply, isDone, mayForget)
      if (fault !== undefined) findings.wrong(fault)
      const counts = isDone ? done : failed
      counts[name]++
      await pause(isDone ? BETWEEN : PATIENCE)
    }
  }
  const ledgers = Array.from({ length: visitors }, openLedger)
  const all = ledgers.map((ledger, i) => visit(ledger, i))
  return {
    ...{ done, failed },
    async stop() {
      isStopped = true
      await Promise.all(all)
      return joinLedgers(ledgers)
    },
  }
}
