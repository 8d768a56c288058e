import type { Ms } from '../../shared/units.js'
import type { DeliverDeps } from './deliver-message.js'
import { createDeliveryPool } from './delivery-pool.js'

const EVERY: Ms = 2000

/** Empties the outbox for as long as the server runs, beside its requests. @returns what ends it. */
export function keepDelivering(deps: DeliverDeps, every: Ms = EVERY): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let isFilling = false
  let hasRoom = false

  const again = (delay: Ms): void => {
    clearTimeout(timer)
    if (isStopped) return
    timer = setTimeout(round, delay)
    timer.unref()
  }
  function report(error: unknown): void {
    // Whoever stops the server closes the store under a message: it goes out when its lease has run out.
    if (!isStopped) deps.log.error('webhooks-failed', { error: error instanceof Error ? error.name : 'unknown' })
  }
  const pool = createDeliveryPool(deps, (fault) => {
    if (fault !== undefined) report(fault)
    hasRoom = true
    if (!isFilling) again(0)
  })
  function round(): void {
    isFilling = true
    hasRoom = false
    const next = (delay: Ms): void => {
      isFilling = false
      again(delay)
    }
    pool.fill().then(
      () => next(hasRoom ? 0 : every),
      (error: unknown) => {
        report(error)
        next(every)
      },
    )
  }
  again(every)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
