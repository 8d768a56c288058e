import { compactVerify, importJWK } from 'jose'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Rejection } from '../rejection.js'
import type { EvidenceJws } from './evidence-jws.js'

/** The evidence was signed by the key in its own header. jose throws for a point off the curve and for a wrong signature alike. */
export async function checkSignature(jws: EvidenceJws): Promise<Result<EvidenceJws, Rejection>> {
  try {
    await compactVerify(jws.compact, await importJWK({ ...jws.jwk }, 'ES256'), { algorithms: ['ES256'] })
    return ok(jws)
  } catch {
    return err({ reason: 'evidence-signature' })
  }
}
