import { encodeBase64url } from '../../shared/base64url.js'
import { EVIDENCE_TYPE, type EvidenceClaims } from '../../shared/wire/evidence.js'
import type { DeviceKey } from '../device-key/device-key.js'

const encodeJson = (value: unknown): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)))

/** @returns compact JWS (RFC 7515 §7.1), ES256, with the public key in its header as in DPoP (RFC 9449 §4.2). */
export async function signEvidence(claims: EvidenceClaims, key: DeviceKey): Promise<string> {
  const input = `${encodeJson({ alg: 'ES256', typ: EVIDENCE_TYPE, jwk: key.jwk })}.${encodeJson(claims)}`
  const signature = await key.sign(new TextEncoder().encode(input))
  return `${input}.${encodeBase64url(signature)}`
}
