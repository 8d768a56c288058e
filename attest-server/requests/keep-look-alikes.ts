import type { Ms } from '../../shared/units.js'
import type { LookAlikes } from './look-alikes.js'

/** The labels themselves are in the store at once; this is only what they are labels of. */
const EVERY: Ms = 300_000

/** Writes them for as long as the server runs. @returns what ends it, with the last of them: before the store is closed. */
export function keepLookAlikes(lookAlikes: LookAlikes): () => Promise<void> {
  let round = Promise.resolve()
  const timer = setInterval(() => {
    round = round.then(() => lookAlikes.keep())
  }, EVERY)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
    await lookAlikes.keep()
  }
}
