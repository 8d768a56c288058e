import { err, ok, type Result } from '../../../shared/result.js'
import { CHALLENGE_TYPE, type ChallengeClaims } from '../../../shared/wire/challenge.js'
import type { TokenSealer } from '../ports.js'
import type { Rejection } from '../rejection.js'

/** Only what this server sealed as a challenge is one. Its claims need no further check of shape: we wrote them. */
export async function checkChallengeMac(token: string, sealer: TokenSealer): Promise<Result<ChallengeClaims, Rejection>> {
  const claims = await sealer.open(CHALLENGE_TYPE, token)
  return claims.ok ? ok(claims.value as ChallengeClaims) : err({ reason: 'challenge-forged' })
}
