import type { Observations } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { score } from '../../../shared/scorecard/score.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import type { Llr } from '../../../shared/units.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { Rejection } from '../rejection.js'

/** The collector rounds its sum to 0.01; the rest is for its arithmetic. */
const TOLERANCE: Llr = 0.05

/**
 * Whoever makes up observations must also do the sum. The collector weighs the very numbers that it sends (`measured.ts`), so there is
 * one sum for them.
 * @param card that of the collector which the evidence names.
 */
export function checkClientScore(observations: Observations, claims: EvidenceClaims, card: Scorecard): Result<Llr, Rejection> {
  const computed = score(observations, card).llr
  if (Math.abs(claims.llr - computed) <= TOLERANCE) return ok(claims.llr)
  return err({ reason: 'client-score-mismatch', claimed: claims.llr, computed })
}
