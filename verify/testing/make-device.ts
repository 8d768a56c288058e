import { base64url, CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { DPOP_TYPE, type DpopClaims } from '../../shared/wire/dpop.js'
import { NOW } from './make-issuer.js'

/** A client with a key, that says what it is told to, right or wrong. */
export interface Device {
  readonly jwk: JWK
  readonly privateJwk: JWK
  readonly thumbprint: string
  /** For `POST https://shop.example/orders` with this token, unless told otherwise. */
  prove(token: string, claims?: object, header?: object): Promise<string>
}

let made = 0

/** What the key's own page would say. */
export const proofClaims = async (token: string): Promise<DpopClaims> => ({
  jti: `proof-0123456789-${made++}`,
  htm: 'POST',
  htu: 'https://shop.example/orders',
  iat: NOW,
  ath: base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))),
})

export async function makeDevice(): Promise<Device> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(publicKey)
  return {
    jwk,
    privateJwk: await exportJWK(privateKey),
    thumbprint: await calculateJwkThumbprint(jwk),
    prove: async (token, claims = {}, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify({ ...(await proofClaims(token)), ...claims })))
        .setProtectedHeader({ alg: 'ES256', typ: DPOP_TYPE, jwk, ...header })
        .sign(privateKey),
  }
}
