import { createPublicKey } from 'node:crypto'
import type { EvidenceSignature } from '../core/ports.js'
import { openJws } from './compact-jws.js'

/** Node refuses a point that is not on the curve, as it refuses a wrong signature. */
export const isSignedByOwnKey: EvidenceSignature = ({ compact, jwk }) => {
  try {
    return openJws(compact, 'ES256', createPublicKey({ key: { ...jwk }, format: 'jwk' })) !== undefined
  } catch {
    return false
  }
}
