import type { EpochSeconds, Seconds } from '../../../shared/units.js'

export interface Taken {
  /** Whether the cost was taken. A refused one costs nothing. */
  readonly taken: boolean
  /** Taken in this window, this one included. */
  readonly used: number
  readonly resetsAt: EpochSeconds
}

/** Counts within fixed windows, which begin at multiples of their length. */
export interface Counters {
  take(name: string, cost: number, limit: number, window: Seconds, now: EpochSeconds): Promise<Taken>
  /** @returns what was taken in the window that `now` is in. */
  read(name: string, window: Seconds, now: EpochSeconds): Promise<number>
}
