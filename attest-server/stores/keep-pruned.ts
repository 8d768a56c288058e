import type { EpochSeconds, Ms } from '../../shared/units.js'
import type { Stores } from './ports.js'

const EVERY: Ms = 10_000
/** Between two batches requests have their turn. */
const PAUSE: Ms = 20

/**
 * Drops what has expired, batch by batch, for as long as the server runs: the store holds what is alive and little more.
 * @param clock a patient one, where clocks may be set.
 * @param onError a store that does not answer is tried again in the next round.
 * @returns what ends it.
 */
export function keepPruned(stores: Pick<Stores, 'prune'>, clock: () => EpochSeconds, onError: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  let isStopped = false
  const again = (delay: Ms): void => {
    if (isStopped) return
    timer = setTimeout(round, delay)
    timer.unref()
  }
  function round(): void {
    stores.prune(clock()).then(
      (dropped) => again(dropped > 0 ? PAUSE : EVERY),
      (error) => {
        onError(error)
        again(EVERY)
      },
    )
  }
  again(EVERY)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
