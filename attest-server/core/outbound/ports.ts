import type { Result } from '../../../shared/result.js'
import type { Ms } from '../../../shared/units.js'
import type { ConnectPlan, PlanFault } from './connect-plan.js'

/** What goes out, apart from where to. */
export interface OutboundMessage {
  readonly method: 'GET' | 'POST'
  /** By lower-case name. `Host`, `User-Agent`, `Accept-Encoding` and `Connection` are the adapter's. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

export interface OutboundLimits {
  /** Over all: names, redirects, from the first byte out to the last byte in. */
  readonly time: Ms
  /** Bytes of the answer's body at most: more is `response-too-large`, and the connection is cut. */
  readonly bytes: number
  /** How many redirects are followed, each judged like the first URL; 0: none is, and its status is the answer. Only a GET is ever redirected. */
  readonly redirects: number
}

export interface OutboundRequest extends OutboundMessage {
  readonly url: string
  readonly limits: OutboundLimits
}

/** What came back, whatever its status. */
export interface OutboundResponse {
  readonly status: number
  /** By lower-case name, several lines joined with `, `. */
  readonly headers: ReadonlyMap<string, string>
  /** Empty unless the status is 2xx: of anything else, only the status is wanted. */
  readonly body: Uint8Array
}

export type DialFault = 'unreachable' | 'timed-out' | 'response-too-large' | 'response-encoded'
export type OutboundFault = PlanFault | { readonly reason: DialFault | 'too-many-redirects' }

/**
 * One request to the address of the plan and to no other: no resolver, no proxy, no redirect, no cookie, no reused connection.
 * `Accept-Encoding: identity`, so that the limit counts what was sent. Never rejects.
 */
export type Dial = (
  plan: ConnectPlan,
  message: OutboundMessage,
  limits: Pick<OutboundLimits, 'time' | 'bytes'>,
) => Promise<Result<OutboundResponse, DialFault>>

/** All addresses of a name, in the order in which they should be tried; none where it has none or the resolver failed. Never rejects. */
export type ResolveHost = (host: string) => Promise<readonly string[]>

/**
 * The one way out to where somebody else says: directories of agents, lists of crawlers, webhooks. Every name is resolved here, judged, and dialled
 * at the address that was judged. Never rejects.
 */
export type Send = (request: OutboundRequest) => Promise<Result<OutboundResponse, OutboundFault>>
