import type { EpochSeconds, Probability, Seconds } from '../units.js'
import type { Category } from './categories.js'

export const VERDICT_TYPE = 'vouchsafe-verdict+jwt'

/** What the Relying Party should do. */
export type Action = 'allow' | 'challenge' | 'block'

/** The posterior in words: below 0.2 `human`, below 0.5 `unclear`, below 0.9 `suspicious`, else `automated`. */
export type Band = 'human' | 'unclear' | 'suspicious' | 'automated'

/**
 * What the verdict stands on, weakest first: `noscript` (next to nothing was seen of the visitor: a delay and a signed form only, or
 * evidence of a collector whose `senses.js` did not come or found no time to look around), `unsigned` (evidence from a page without
 * `crypto.subtle`), `signed` (evidence signed by a device key).
 */
export type Assurance = 'noscript' | 'unsigned' | 'signed'
export const assurances = ['noscript', 'unsigned', 'signed'] as const satisfies readonly Assurance[]

/** An automated client that proved who it is. */
export interface VerifiedClaim {
  readonly by: 'crawler' | 'agent'
  /** Of a crawler, its vendor (`google`); of an agent, its origin or the URL of its keys. */
  readonly id: string
  readonly category: Category
  /** Number of the detection that says so: 504 or 505. */
  readonly detection: number
}

/** Payload of the verdict: a JWT (RFC 7519) signed with a key of `/.well-known/jwks.json`. */
export interface VerdictClaims {
  readonly iss: string
  /** Site key. */
  readonly aud: string
  /** Session. */
  readonly sub: string
  readonly jti: string
  /** The same verdict's name for people, `7K3VM-Q2XR9`: short enough to read out, and `GET /v1/verdicts/{…}` takes it in place of `jti`. */
  readonly reference: string
  readonly iat: EpochSeconds
  readonly exp: EpochSeconds
  /** The challenge that was redeemed. */
  readonly eat_nonce: string
  /** Thumbprint (RFC 7638) of the device key; absent where the evidence had none. */
  readonly cnf?: { readonly jkt: string }
  readonly action: Action
  /** P(automated) in four steps, one for each band: 0.1, 0.3, 0.7, 0.9. The token goes through the browser; the fine number is in the explanation. */
  readonly score: Probability
  readonly band: Band
  readonly origin: string
  /** What the page wanted to do, as the evidence said. */
  readonly page_action: string
  readonly assurance: Assurance
  /** Version of the scorecard. */
  readonly card: string
  /** Who it is, where that was proved: not a person, and nothing bad. Where the project lets such pass, nothing was weighed, and `score` says nothing. */
  readonly verified?: VerifiedClaim
  /** Made by a test key. Verifiers refuse it unless told otherwise. */
  readonly test?: true
  /** What it was bound to by the page: see `payload.ts`; absent where it was bound to nothing. */
  readonly payload?: string
}

/** Answer of `POST /v1/attest`. */
export interface AttestResponse {
  /** The verdict as a compact JWS. */
  readonly token: string
  readonly action: Action
  readonly score: Probability
  readonly band: Band
  readonly assurance: Assurance
  readonly session: string
  readonly expiresIn: Seconds
  /** As in the verdict. */
  readonly reference: string
}
