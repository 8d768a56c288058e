import type { PowParameters } from '../pow.js'
import type { EpochSeconds, Seconds } from '../units.js'

export const CHALLENGE_TYPE = 'vouchsafe-challenge+jwt'

/**
 * How often this page has been asked for more: 0 at first, then 1 and 2 from the challenge screen. Each round costs a harder
 * proof of work; after the second, the screen stops and explains.
 */
export type Round = 0 | 1 | 2
export const MAX_ROUND = 2

/** Body of `POST /v1/challenge`. */
export interface ChallengeRequest {
  /** `pk_…` */
  readonly siteKey: string
  /** The session to go on with, as an earlier answer named it. */
  readonly session?: string
  readonly round?: Round
}

/** Answer of `POST /v1/challenge`. */
export interface ChallengeResponse {
  /** Compact JWS that only the server can make or read back; opaque to the page. Goes back unchanged with the evidence. */
  readonly challenge: string
  /** The challenge's `jti`: seeds the proof of work and is the evidence's `eat_nonce`. */
  readonly nonce: string
  readonly session: string
  /** The server's clock, so that a wrong clock in the browser does no harm. */
  readonly now: EpochSeconds
  /** How long the challenge can be redeemed. */
  readonly expiresIn: Seconds
  readonly pow: PowParameters
  /** False where the project has switched enforcement off for all of its pages. */
  readonly enforce: boolean
  /** `mailto:` or `https:`: whom the project names for people who need help. The page may name another. */
  readonly contact?: string
}

/** What the challenge token says (HS256, made and read by the Verifier alone; nothing of it is stored). */
export interface ChallengeClaims {
  readonly jti: string
  readonly iat: EpochSeconds
  readonly exp: EpochSeconds
  /** Site key. */
  readonly aud: string
  /** Session. */
  readonly sub: string
  /** The `Origin` that asked for it. */
  readonly origin: string
  readonly round: Round
  /** What `pow` asks for, as a multiple of what this round costs else; 1 where it is not said. */
  readonly price?: number
  readonly pow: PowParameters
}
