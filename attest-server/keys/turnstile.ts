import { StoreUnavailable } from '../stores/ports.js'

/** Proofs at a time: each takes 19 MiB and about 20 ms of a core. */
const MOST_PROVING = 4
/** Proofs that wait for their turn. Beyond that somebody is guessing, and honest clients are asked to come again. */
const MOST_WAITING = 64

/** @returns what gives slow work its turn. Rejects with `StoreUnavailable` where too much of it waits. */
export function createTurnstile(): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= MOST_PROVING) {
      if (waiting.length >= MOST_WAITING) throw new StoreUnavailable('too many secrets to prove')
      // Whoever leaves hands over the place, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
