import { err, ok, type Result } from '../../../shared/result.js'
import type { EvidenceSignature } from '../ports.js'
import type { Rejection } from '../rejection.js'
import type { EvidenceJws } from './evidence-jws.js'

/** The evidence was signed by the key in its own header. */
export const checkSignature = (jws: EvidenceJws, isSigned: EvidenceSignature): Result<EvidenceJws, Rejection> =>
  isSigned(jws) ? ok(jws) : err({ reason: 'evidence-signature' })
