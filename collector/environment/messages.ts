import type { Result } from '../../shared/result.js'
import type { Share } from '../../shared/units.js'
import type { ChallengeRequest } from '../../shared/wire/challenge.js'
import type { DpopClaims } from '../../shared/wire/dpop.js'
import type { Failure } from '../attest/attestation.js'
import type { HandedIn, ProvedChallenge, Redeemed } from './attesting-environment.js'
import type { WorkerFacts } from './worker-facts.js'

/** Changes with these messages and with what a proof is: a site's copy of the worker file may be of another version. */
export const PROTOCOL = 6

/** Asks for a challenge with its work done. */
export interface ProveOrder {
  readonly id: number
  readonly endpoint: string
  readonly request: ChallengeRequest
  /** Whether anybody looks at how far the work is: each word about it costs the page's thread. */
  readonly watched: boolean
}

/** Hands in the claims for what the order of that number has proved, which can be done once; and then, where it is asked for, some of their trace. */
export interface RedeemOrder {
  readonly id: number
  readonly proved: number
  readonly claims: HandedIn
}

/** Asks for a proof that the key is there. */
export interface DpopOrder {
  readonly id: number
  readonly dpop: DpopClaims
}

export type Order = ProveOrder | RedeemOrder | DpopOrder

/** From the page: an order, the end of one (its number), or whether the work may go on. */
export type Command = Order | number | boolean

/** Of a `DpopOrder` the proof, if any. */
export type Outcome = Result<ProvedChallenge | Redeemed | string | undefined, Failure>

/** Goes with a place's first word, whatever that is: who works here. No facts where it is the page itself. */
export interface Greeting {
  readonly protocol: number
  readonly facts?: WorkerFacts | undefined
}

/** Of one order: how far its work is, or what came of it. */
export interface Report {
  readonly id: number
  readonly done?: Share
  readonly outcome?: Outcome
}

/** To the page. One without an order says only that there is still somebody: while there are orders, twice a second. */
export type Reply = Partial<Greeting & Report>

/** A `Worker`, a worker's own global scope or a `MessagePort`. */
export interface Port {
  // The three differ in the type of `this` and of the event; only `data` is used.
  onmessage: ((event: MessageEvent) => void) | null
  postMessage(message: Command | Reply): void
}
