import { encodeBase64url } from '../../shared/base64url.js'
import type { DeviceKey } from '../device-key/device-key.js'

const encodeJson = (value: unknown): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)))

/** @returns compact JWS (RFC 7515 §7.1), ES256, with the public key in its header as in DPoP (RFC 9449 §4.2). */
export async function signJws(typ: string, claims: object, key: DeviceKey): Promise<string> {
  const input = `${encodeJson({ alg: 'ES256', typ, jwk: key.jwk })}.${encodeJson(claims)}`
  const signature = await key.sign(new TextEncoder().encode(input))
  return `${input}.${encodeBase64url(signature)}`
}
