import type { Result } from '../../shared/result.js'
import type { Ms } from '../../shared/units.js'
import type { Failure } from '../attest/attestation.js'
import type { Progress } from './attesting-environment.js'
import {
  type Command,
  type DpopOrder,
  type Order,
  type Outcome,
  PROTOCOL,
  type ProveOrder,
  type RedeemOrder,
  type Reply,
} from './messages.js'
import type { Place } from './place.js'
import type { WorkerFacts } from './worker-facts.js'

/** A place that says nothing for so long in the foreground is dead, or nobody came to it: systems end workers without a word. */
const SILENCE_LIMIT: Ms = 2000
/** What waits to be heard when the page itself was busy until now. */
const GRACE: Ms = 250

/** An order without its number. */
type Unnumbered = Omit<ProveOrder, 'id'> | Omit<RedeemOrder, 'id'> | Omit<DpopOrder, 'id'>

export interface Line {
  /**
   * Rejects when the signal aborts.
   * @returns number of the order, and its outcome: undefined where the place died over it
   */
  ask<T>(
    order: Unnumbered,
    signal: AbortSignal,
    progress?: Progress,
  ): Promise<{ readonly id: number; readonly outcome?: Result<T, Failure> | undefined }>
  /** The place is closed: what it was to do is not done. */
  end(): void
}

interface Waiting {
  readonly progress: Progress
  end(outcome?: Outcome): void
}

/**
 * The page's end of the line to a place: numbers orders, and watches over the place while there are any; at rest while the page is hidden. What speaks
 * another protocol is as good as dead.
 *
 * @param greet hears once who works there
 */
export function createLine({ port }: Pick<Place, 'port'>, greet: (facts: WorkerFacts | undefined) => void): Line {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let dead = false
  let awake = true

  const send = (command: Command) => port.postMessage(command)
  const die = (event?: Event) => {
    event?.preventDefault()
    dead = true
    for (const { end } of [...waiting.values()]) end()
  }
  const watch = () => {
    clearTimeout(watchdog)
    if (waiting.size === 0 || document.hidden) return
    watchdog = setTimeout(() => {
      watchdog = setTimeout(die, GRACE)
    }, SILENCE_LIMIT)
  }
  /** Says whether to work when that has changed: orders may have ended while the page was hidden, and nobody listened when it came back. */
  const tell = () => {
    if (awake === !document.hidden) return
    awake = !awake
    send(awake)
  }
  const attend = () => {
    tell()
    watch()
  }

  port.onerror = die
  port.onmessage = ({ data }: { data: Reply }) => {
    watch()
    const { protocol = PROTOCOL, facts, id = 0, done = 0, outcome } = data ?? { protocol: 0 }
    if (protocol !== PROTOCOL) return die()
    if (data.protocol) greet(facts)
    if (outcome) waiting.get(id)?.end(outcome)
    else waiting.get(id)?.progress?.(done)
  }

  return {
    ask: <T>(order: Unnumbered, signal: AbortSignal, progress: Progress) =>
      new Promise<{ id: number; outcome?: Result<T, Failure> | undefined }>((resolve, reject) => {
        const id = ++last
        if (dead) return resolve({ id })
        const leave = () => {
          signal.removeEventListener('abort', abort)
          waiting.delete(id)
          watch()
          if (waiting.size === 0) document.removeEventListener('visibilitychange', attend)
        }
        const abort = () => {
          send(id)
          leave()
          reject()
        }
        if (signal.aborted) return reject()
        signal.addEventListener('abort', abort)
        waiting.set(id, {
          progress,
          end(outcome) {
            leave()
            resolve({ id, outcome: outcome as Result<T, Failure> | undefined })
          },
        })
        // Heard once, however often it is added, and while there is anything to wait for.
        document.addEventListener('visibilitychange', attend)
        attend()
        send({ ...order, id } as Order)
      }),
    end: die,
  }
}
