import type { Ms } from '../../shared/units.js'
import { type DeliverDeps, deliverMessages } from './deliver-messages.js'

const EVERY: Ms = 2000

/** Empties the outbox for as long as the server runs, beside its requests. @returns what ends it. */
export function keepDelivering(deps: DeliverDeps, every: Ms = EVERY): () => void {
  let timer: ReturnType<typeof setTimeout>
  let isStopped = false
  const again = (delay: Ms): void => {
    if (isStopped) return
    timer = setTimeout(round, delay)
    timer.unref()
  }
  function round(): void {
    deliverMessages(deps).then(
      (tried) => again(tried > 0 ? 0 : every),
      (error: unknown) => {
        // Whoever stops the server closes the store under a round: its messages go out when their leases have run out.
        if (!isStopped) deps.log.error('webhooks-failed', { error: error instanceof Error ? error.name : 'unknown' })
        again(every)
      },
    )
  }
  again(every)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
