import { checkProof, powSeed } from '../../../shared/pow.js'
import { err, type Result } from '../../../shared/result.js'
import type { Share } from '../../../shared/units.js'
import type { ChallengeClaims } from '../../../shared/wire/challenge.js'
import type { Rejection } from '../rejection.js'

/**
 * @param thumbprint of the key that signs the evidence; empty where none does.
 * @returns the share of the work that was done. Unfinished work is no fault, false work is one.
 */
export function checkWork(proof: string, challenge: ChallengeClaims, thumbprint: string): Result<Share, Rejection> {
  const credit = checkProof(proof, powSeed(challenge.jti, thumbprint), challenge.pow)
  return credit.ok ? credit : err({ reason: credit.error })
}
