import { createHash } from 'node:crypto'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { forgeKey, signForged } from '../../support/forging/forged-evidence.js'

/** A key as the collector makes one, in the hands of a program. */
export interface DeviceKey {
  /** RFC 7638. */
  readonly thumbprint: string
  /** @returns compact JWS */
  sign(claims: EvidenceClaims): Promise<string>
}

export async function makeKey(): Promise<DeviceKey> {
  const key = await forgeKey()
  return {
    thumbprint: createHash('sha256').update(JSON.stringify(key.jwk)).digest('base64url'),
    sign: (claims) => signForged(claims, key),
  }
}
