import { createHash, randomUUID, webcrypto } from 'node:crypto'
import { DPOP_TYPE } from '../../../shared/wire/dpop.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { forgeKey, signForged } from '../../support/forging/forged-evidence.js'

/** A key as the collector makes one, in the hands of a program. */
export interface DeviceKey {
  /** RFC 7638. */
  readonly thumbprint: string
  /** @returns compact JWS */
  sign(claims: EvidenceClaims): Promise<string>
  /** @returns a proof that it is there, for one request with this verdict (RFC 9449). @param named the key that the proof says it is by */
  prove(token: string, { method, url }: Asked, named?: Pick<DeviceKey, 'jwk'>): Promise<string>
  /** Public. */
  readonly jwk: object
}

/** What the proof has to name. */
export interface Asked {
  readonly method: string
  readonly url: string
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

export async function makeKey(): Promise<DeviceKey> {
  const key = await forgeKey()
  return {
    jwk: key.jwk,
    thumbprint: digestOf(JSON.stringify(key.jwk)),
    sign: (claims) => signForged(claims, key),
    async prove(token, { method, url }, { jwk } = key) {
      const claims = { jti: randomUUID(), htm: method, htu: url, iat: Math.floor(Date.now() / 1000), ath: digestOf(token) }
      const input = `${encode({ typ: DPOP_TYPE, alg: 'ES256', jwk })}.${encode(claims)}`
      const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.pair.privateKey, Buffer.from(input))
      return `${input}.${Buffer.from(signature).toString('base64url')}`
    },
  }
}
