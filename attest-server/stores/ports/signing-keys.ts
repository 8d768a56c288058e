import type { EpochSeconds } from '../../../shared/units.js'

/** A verdict signing key with the MAC key of its time. */
export interface StoredKey {
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string
  readonly alg: 'ES256' | 'EdDSA'
  /** Private JWK as JSON. */
  readonly privateJwk: string
  /** 32 bytes, base64url: seals challenges and forms. */
  readonly mac: string
  readonly createdAt: EpochSeconds
  /** Published before that, signs from then on. */
  readonly activeFrom: EpochSeconds
  /** Leaves the JWKS then, and is dropped. Undefined for the newest key. */
  readonly retiresAt?: EpochSeconds
}

export interface SigningKeys {
  /** Adds the first key. @returns false when there is one already: of two servers that start together, one wins. */
  begin(key: StoredKey): Promise<boolean>
  /** Adds a key. No other lives longer than this. */
  succeed(key: StoredKey, othersRetireAt: EpochSeconds): Promise<void>
  /** Newest first, in the order in which they were added. */
  list(): Promise<readonly StoredKey[]>
}
