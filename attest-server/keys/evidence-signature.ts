import { createPublicKey } from 'node:crypto'
import { remembering } from '../../shared/remembering.js'
import type { EvidenceSignature } from '../core/ports.js'
import { openJws } from './compact-jws.js'

/** A point is read and checked once: the same key signs what shows slices, and comes again. A key that is none is an exception, which is not remembered. */
const keyAt = remembering((point) => {
  const [x = '', y = ''] = point.split('.')
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
})

/** Node refuses a point that is not on the curve, as it refuses a wrong signature. */
export const isSignedByOwnKey: EvidenceSignature = ({ compact, jwk }) => {
  try {
    return openJws(compact, 'ES256', keyAt(`${jwk.x}.${jwk.y}`)) !== undefined
  } catch {
    return false
  }
}
