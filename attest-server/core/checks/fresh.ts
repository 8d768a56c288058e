import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { ChallengeClaims } from '../../../shared/wire/challenge.js'
import type { Rejection } from '../rejection.js'

/** How far the clocks of two servers that share keys may be apart. */
const CLOCK_SKEW: Seconds = 5

export function checkFresh(challenge: ChallengeClaims, now: EpochSeconds): Result<ChallengeClaims, Rejection> {
  const { iat, exp } = challenge
  if (now >= exp) return err({ reason: 'challenge-expired', exp, now })
  if (iat > now + CLOCK_SKEW) return err({ reason: 'challenge-from-future', iat, now })
  return ok(challenge)
}
