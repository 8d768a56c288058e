import type { Range } from '../../scale.js'
import type { Gestures } from '../gestures/gesture.js'
import type { Statistic } from '../statistics/statistic.js'
import type { Tally } from './tally.js'

/** NaN says nothing. A pair is for statistics of two variables. */
export type Measurement = number | boolean | readonly [x: number, y: number]

/**
 * A number over a visit: what it measures of each gesture, and the statistic that it adds this to. It has no state of its own (what a
 * gesture's past is, the gesture says), so it costs constant work and memory. One a file; listed in `index.ts`, whose order is the
 * wire's (append only).
 */
export interface Feature<K extends keyof Gestures = keyof Gestures> {
  readonly id: `input.${string}`
  /** The kinds of gestures that it measures. */
  readonly hears: readonly K[]
  /** The least that must have happened before there is a value. The server refuses a value that claims less. */
  readonly needs: Partial<Tally>
  /**
   * The smallest and the largest value that an honest client sends: readings are clamped into it, and travel in steps of it. Keep it as
   * narrow as values are of interest, and at most 1 wide for what is a share (`scale.ts`).
   */
  readonly range: Range
  readonly statistic: Statistic
  measure(gesture: Gestures[K]): Measurement
}
