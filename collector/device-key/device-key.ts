import { encodeBase64url } from '../../shared/base64url.js'

/** The public half as it stands in the evidence's header: the required members of RFC 7638 §3.2 and nothing else. */
export interface PublicJwk {
  readonly crv: 'P-256'
  readonly kty: 'EC'
  readonly x: string
  readonly y: string
}

export interface DeviceKey {
  readonly jwk: PublicJwk
  /** RFC 7638, SHA-256. */
  readonly thumbprint: string
  /** ECDSA P-256 with SHA-256: r ‖ s, 64 bytes, as JWS wants it (RFC 7518 §3.4). */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** The private half cannot be exported, not even by us: a copy of the page's storage is worth nothing elsewhere. */
export function generateKeyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign'])
}

/** @param jwk members in the order that RFC 7638 §3 prescribes. */
export async function thumbprintOf({ crv, kty, x, y }: PublicJwk): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }))
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)))
}

export async function deviceKeyOf(pair: CryptoKeyPair): Promise<DeviceKey> {
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const jwk: PublicJwk = { crv: 'P-256', kty: 'EC', x: x!, y: y! }
  return {
    jwk,
    thumbprint: await thumbprintOf(jwk),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(ALGORITHM, pair.privateKey, bytes as BufferSource)),
  }
}
