import type { Ms } from '../../shared/units.js'

/** Requests that have waited for so much work go before scores. */
const LATE: Ms = 50
/** As long as a verdict may be late. */
const PAUSE: Ms = 250
/** A store that does not answer is asked again after this. */
const TROUBLE: Ms = 5_000

/**
 * Scores what waits, round after round, for as long as the server runs. Between two rounds requests have their turn.
 * @param round @returns how much there was.
 * @param late the most work that a request has waited for since this was asked last.
 * @returns what ends it, resolved when the round under way is over: the store may be closed then.
 */
export function keepScored(round: () => Promise<number>, onError: (error: unknown) => void, late: () => Ms = () => 0): () => Promise<void> {
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const again = (delay: Ms): void => {
    if (isStopped) return
    timer = setTimeout(() => {
      running = once()
    }, delay)
    timer.unref()
  }
  async function once(): Promise<void> {
    try {
      again((await round()) > 0 && late() < LATE ? 1 : PAUSE)
    } catch (error) {
      onError(error)
      again(TROUBLE)
    }
  }
  again(PAUSE)
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await running
  }
}
