import type { Seconds } from '../../shared/units.js'

/**
 * Does something once, a while after it was first asked for; then it can be asked for again. It keeps no process alive.
 * @param work what is left undone by one that fails is for the next.
 * @returns what asks.
 */
export function createRunSoon(work: () => void | Promise<void>, after: Seconds): () => void {
  let isAsked = false
  async function run(): Promise<void> {
    isAsked = false
    try {
      await work()
    } catch {
      // A store that is away or closed: what was counted stays where it is.
    }
  }
  return () => {
    if (isAsked) return
    isAsked = true
    setTimeout(() => void run(), after * 1000).unref()
  }
}
