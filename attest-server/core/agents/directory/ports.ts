import type { Result } from '../../../../shared/result.js'
import type { Ms } from '../../../../shared/units.js'
import type { ConnectPlan } from '../network/connect-plan.js'

/** What came back from a directory, whatever its status. */
export interface DirectoryResponse {
  readonly status: number
  /** By lower-case name, several lines joined with `, `. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

export interface DialLimits {
  /** From the first byte out to the last byte in. */
  readonly time: Ms
  /** Bytes of the body at most: more is `response-too-large`, and the connection is cut. */
  readonly bytes: number
}

export type DialFault = 'unreachable' | 'timed-out' | 'response-too-large' | 'response-encoded'

/**
 * One GET to the address of the plan and to no other: no resolver, no proxy, no redirect, no cookie, no reused connection.
 * `Accept-Encoding: identity`, so that the limit counts what was sent. Never rejects.
 */
export type Dial = (plan: ConnectPlan, limits: DialLimits) => Promise<Result<DirectoryResponse, DialFault>>

/** All addresses of a name, in the order in which they should be tried; none where it has none or the resolver failed. Never rejects. */
export type ResolveHost = (host: string) => Promise<readonly string[]>

export interface DirectoryPorts {
  readonly dial: Dial
  readonly resolve: ResolveHost
}
