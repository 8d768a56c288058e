import type { EpochSeconds, Seconds } from '../../../../shared/units.js'
import type { BotType } from '../../kinds/kind.js'
import type { BotVerdict } from '../evidence/verdict-of.js'
import type { BehaviourVerification } from '../verify-behaviour.js'

/** The JWS header's `typ`: no verdict of a visitor is ever taken for a token of trust, and no token for a verdict (RFC 8725 §3.11). */
export const TRUST_TYPE = 'vouchsafe-trust+jwt'

/** LAB-44. Signing keys stay in the JWKS for as long after their last day. */
const TRUST_LIFE: Seconds = 3600

/** LAB-44: the first six are Detection Lab's. */
export interface TrustClaims {
  readonly verdict: BotVerdict
  /** 0 to 100. */
  readonly overall_score: number
  readonly bot_type: BotType
  readonly iat: EpochSeconds
  readonly exp: EpochSeconds
  readonly iss: string
  readonly aud: string
  readonly jti: string
  /** RFC 9449 §6.1: the thumbprint of the key that the caller proved. */
  readonly cnf?: { readonly jkt: string }
}

export interface TrustTerms {
  readonly issuer: string
  readonly audience: string
  readonly jti: string
  readonly now: EpochSeconds
  /** Of the key that was proved, if one was. */
  readonly jkt: string | undefined
}

/** @returns undefined unless the bot was verified. */
export function trustClaims(verification: BehaviourVerification, terms: TrustTerms): TrustClaims | undefined {
  const { verdict, overall_score, bot_type } = verification
  if (verdict !== 'BOT_VERIFIED') return undefined
  const iat = Math.floor(terms.now)
  const { issuer: iss, audience: aud, jti, jkt } = terms
  return { verdict, overall_score, bot_type, iat, exp: iat + TRUST_LIFE, iss, aud, jti, ...(jkt !== undefined && { cnf: { jkt } }) }
}
