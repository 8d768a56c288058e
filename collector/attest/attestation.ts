import { err, type Result } from '../../shared/result.js'
import type { ProblemCode } from '../../shared/wire/problem.js'
import type { Action, Assurance, AttestResponse, Band } from '../../shared/wire/verdict.js'

/**
 * How an attempt ended. `ok`: there is a verdict. `unseen`: there is one, but next to nothing was seen of the visitor, because `senses.js` did
 * not come or had no time: a backend that asks for more than `noscript` refuses it, and another attempt may do better.
 * All others mean that there is none and that the page goes on:
 * - `unreachable`: no answer: network, DNS, CORS or the page's CSP
 * - `timeout`: the attempt's deadline passed
 * - `refused`: the server said no; `problem` says why
 * - `unavailable`: the server failed, or something else answered in its place
 * - `unsupported`: no browser, or one too old
 * - `stopped`: `stop()` was called meanwhile
 * - `failed`: a fault of the collector's own
 */
export type AttestationStatus = 'ok' | 'unseen' | FailureStatus
export type FailureStatus = 'unreachable' | 'timeout' | 'refused' | 'unavailable' | 'unsupported' | 'stopped' | 'failed'

/** The result of one attempt, as the page sees it. Without a verdict, `action` is `allow`: the page goes on, and `status` says why. */
export interface Attestation {
  readonly status: AttestationStatus
  readonly action: Action
  /** The verdict: a JWT for the site's backend. */
  readonly token?: string
  /** P(automated), one of 0.1, 0.3, 0.7 and 0.9. */
  readonly score?: number
  readonly band?: Band
  readonly assurance?: Assurance
  /** What a visitor can quote who asks the site for help. */
  readonly reference?: string
  readonly session?: string
  /** The server's reason where `status` is `refused` or `unavailable`. */
  readonly problem?: ProblemCode | undefined
}

export interface Attested {
  readonly attestation: Attestation
  /** The page deals with it itself: no screen. */
  readonly released: boolean
}

/** Why a step gave nothing, and whether one more try with a new challenge can help. */
export interface Failure {
  readonly status: FailureStatus
  readonly retry: boolean
  readonly problem?: ProblemCode | undefined
}

export const failure = (status: FailureStatus, retry: boolean, problem?: ProblemCode): Result<never, Failure> =>
  err({ status, retry, problem })

export function attestationOf({ expiresIn: _, ...verdict }: AttestResponse): Attestation {
  return { status: verdict.assurance === 'noscript' ? 'unseen' : 'ok', ...verdict }
}

/** Fails open: a visitor must never pay for our fault. */
export const withoutVerdict = (status: FailureStatus, problem?: ProblemCode): Attestation => ({ status, action: 'allow', problem })
