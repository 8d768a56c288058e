import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { ChallengeClaims } from '../../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { Rejection } from '../rejection.js'

/** Browsers round their clocks, and the answer that carried the server's time was under way for a while. */
const CLOCK_SLACK: Seconds = 10

/**
 * The evidence was made for this challenge, on the page that asked for it, within the challenge's life.
 * @param origin the request's `Origin` header.
 */
export function checkBinding(
  claims: EvidenceClaims,
  challenge: ChallengeClaims,
  origin: string,
  now: EpochSeconds,
): Result<EvidenceClaims, Rejection> {
  if (claims.eat_nonce !== challenge.jti) return err({ reason: 'nonce-mismatch' })
  if (challenge.origin !== origin) return err({ reason: 'origin-mismatch', of: 'challenge' })
  if (claims.origin !== origin) return err({ reason: 'origin-mismatch', of: 'evidence' })
  const { iat } = claims
  if (iat < challenge.iat - CLOCK_SLACK || iat > now + CLOCK_SLACK) return err({ reason: 'issued-outside-challenge', iat })
  return ok(claims)
}
