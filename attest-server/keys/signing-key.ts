import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import { encodeBase64url } from '../../shared/base64url.js'
import type { EpochSeconds } from '../../shared/units.js'
import type { Random } from '../core/ids.js'
import type { StoredKey } from '../stores/ports.js'

export type SigningAlgorithm = StoredKey['alg']

export const MAC_BYTES = 32

/** Makes a verdict signing key, and with it the MAC key for the challenges of its time. Its `kid` is its RFC 7638 thumbprint. */
export async function makeSigningKey(
  alg: SigningAlgorithm,
  random: Random,
  createdAt: EpochSeconds,
  activeFrom: EpochSeconds,
): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(jwk)
  return { kid, alg, privateJwk: JSON.stringify(jwk), mac: encodeBase64url(random(MAC_BYTES)), createdAt, activeFrom }
}

/** The members of a public JWK: a private one cannot slip through a list of what is allowed (RFC 7517 §9.3). */
const PUBLIC = ['kty', 'crv', 'x', 'y'] as const

/** A key as the JWKS shows it. */
export function publicJwk({ kid, alg, privateJwk }: StoredKey): JWK {
  const jwk = JSON.parse(privateJwk) as Readonly<Record<string, unknown>>
  const members = PUBLIC.filter((name) => name in jwk).map((name) => [name, jwk[name]])
  return { ...Object.fromEntries(members), kid, alg, use: 'sig' }
}

/** @returns a key for signing. */
export const importSigningKey = ({ privateJwk }: StoredKey): KeyObject => createPrivateKey({ key: JSON.parse(privateJwk), format: 'jwk' })

/** @returns the public half. */
export const importVerifyingKey = (stored: StoredKey): KeyObject => createPublicKey({ key: { ...publicJwk(stored) }, format: 'jwk' })
