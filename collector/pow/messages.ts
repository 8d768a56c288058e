import type { Ms } from '../../shared/units.js'
import type { WorkerFacts } from './worker-facts.js'

/** One sub-puzzle, with everything done that is the same for all of its nonces. */
export interface Puzzle {
  /** SHA-256's working variables after round 8. */
  readonly state: Int32Array
  /** The message's first nine words. */
  readonly words: Int32Array
}

export interface Job {
  /** Comes back with each reply, so that a late one is not taken for another job's. */
  readonly id: number
  /** SHA-256's constants. They travel with the work, so that the worker need not carry them. */
  readonly k: Int32Array
  readonly puzzles: readonly Puzzle[]
  /** A digest's first word below this solves. */
  readonly target: number
  /** For each sub-puzzle its solution, or -1 where it is still to be done. */
  readonly nonces: readonly number[]
  /** The first nonce to try. */
  readonly start: number
  /** Time spent at work, pauses not counted, after which the rest stays undone. */
  readonly budget: Ms
}

/** From the page: work to do instead of any other, `null` for no work, `false` to pause, `true` to go on. */
export type Command = Job | null | boolean

export interface Progress {
  readonly id: number
  readonly nonces: readonly number[]
  readonly spent: Ms
  readonly done: boolean
}

/** To the page: one greeting, then progress after each slice of work. */
export type Reply = { readonly facts: WorkerFacts | undefined } | Progress

/** A `Worker`, a worker's own global scope or a `MessagePort`. */
export interface Port {
  // The three differ in the type of `this` and of the event; only `data` is used.
  onmessage: ((event: MessageEvent) => void) | null
  postMessage(message: Command | Reply): void
}
