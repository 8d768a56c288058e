import type { EpochSeconds, Seconds } from '../../../shared/units.js'

export interface Take {
  readonly taken: boolean
  /** In the window, with this take if it was taken. */
  readonly used: number
  /** When the window ends and all is free again. */
  readonly resetsAt: EpochSeconds
}

/**
 * Fixed windows from multiples of `window` on, for rate limits and quotas. Within a process a limit is exact. What other processes took
 * is known a second later, so that k of them can pass a limit together by what they take in that second; a process that is killed
 * forgets what it took in the last second. A closed or pruned store has written all.
 */
export interface Counters {
  /** A refused take costs nothing. @param limit may be Infinity: then it is counted only. */
  take(name: string, cost: number, limit: number, window: Seconds, now: EpochSeconds): Promise<Take>
  /** @returns what was taken in the window that is running; by other processes, until two seconds ago at the latest. */
  read(name: string, window: Seconds, now: EpochSeconds): Promise<number>
}
