import type { Range } from '../scale.js'
import type { InputEvent } from './input-event.js'
import type { Tally } from './tally.js'

/** A running computation over input events: constant work for each event, bounded memory, no clock of its own. */
export interface Accumulator {
  push(event: InputEvent): void
  /** NaN until there is enough data. May be called at any time, any number of times, without changing the state. */
  read(): number
}

/** A number accumulated from input events. One a file; listed in `index.ts`, whose order is the wire's (append only). */
export interface Feature {
  readonly id: `input.${string}`
  /**
   * The kinds of events that its accumulator is given. All others it is spared (asking an event for its kind is most of the cost), and
   * every event that a script made.
   */
  readonly hears: readonly InputEvent['kind'][]
  /** The least that must have happened before there is a value. The server refuses a value that claims less. */
  readonly needs: Partial<Tally>
  /**
   * The smallest and the largest value that an honest client sends: readings are clamped into it, and travel in steps of it. Keep it as
   * narrow as values are of interest, and at most 1 wide for what is a share (`scale.ts`).
   */
  readonly range: Range
  start(): Accumulator
}
