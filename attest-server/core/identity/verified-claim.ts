import type { VerifiedClaim } from '../../../shared/wire/verdict.js'
import { detections } from '../detections/index.js'
import type { Identity } from './verified.js'

/** What a verdict says of who was verified; undefined of everybody else. */
export function verifiedClaim(identity: Identity | undefined): VerifiedClaim | undefined {
  if (identity?.state !== 'verified') return undefined
  const { verified } = identity
  const named = detections.find(({ signs }) => signs.some((sign) => 'verified' in sign && sign.verified === verified.by))
  return named && { ...verified, detection: named.id }
}
