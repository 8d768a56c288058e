import { onceFor } from './once-for.js'

/** What goes on between two observations, from when it is first asked for until the collector is stopped. */
export interface Watches {
  /** Aborted when the collector is stopped: nothing is to be observed any more. */
  readonly signal: AbortSignal
  /**
   * @param begin begins it; called once, and told by its identity
   * @returns what it returned then
   */
  watch<T>(begin: (signal: AbortSignal) => T): T
}

/** Begins nothing by itself. */
export function createWatches(signal: AbortSignal): Watches {
  const watch = onceFor((begin: (signal: AbortSignal) => unknown) => begin(signal))
  return { signal, watch: watch as Watches['watch'] }
}
