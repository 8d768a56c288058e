import type { PowParameters } from '../../shared/pow.js'
import type { Ms } from '../../shared/units.js'
import type { WorkerFacts } from './worker-facts.js'

/** Changes with these messages and with what a proof is: a site's copy of the worker file may be of another version. */
export const PROTOCOL = 2

export interface Job extends PowParameters {
  /** What the seed is made of, see `powText`. */
  readonly text: string
  /** For each sub-puzzle its solution, or -1 where it is still to be done. */
  readonly nonces: readonly number[]
  /** The first nonce to try, by chance. Comes back with each reply, so that a late one is not taken for another job's. */
  readonly start: number
  /** Time spent at work, pauses not counted, after which the rest stays undone. */
  readonly budget: Ms
}

/** From the page: work to do instead of any other, `null` for no work, `false` to pause, `true` to go on. */
export type Command = Job | null | boolean

export interface Progress {
  readonly start: number
  readonly nonces: readonly number[]
  readonly spent: Ms
  readonly done: boolean
}

/** First of all: who works here. No facts where it is the page itself. */
export interface Greeting {
  readonly protocol: number
  readonly facts?: WorkerFacts | undefined
}

/** To the page: one greeting, then progress after each slice of work. */
export type Reply = Greeting | Progress

/** A `Worker`, a worker's own global scope or a `MessagePort`. */
export interface Port {
  // The three differ in the type of `this` and of the event; only `data` is used.
  onmessage: ((event: MessageEvent) => void) | null
  postMessage(message: Command | Reply): void
}
