import type { EpochSeconds } from '../../../shared/units.js'

/** Whose grammar a key follows; see `keys/api-keys.ts`. A project's private key, `sk_…`, is not here but with its project: there is exactly one. */
export type IssuedKind = 'detlab' | 'afk' | 'live' | 'yeb' | 'account'
export type KeyKind = 'private' | IssuedKind
export type Tier = 'free' | 'pro'

/** A key as it is kept: found by its lookup part, proved by a digest. */
export interface ApiKey {
  /** `key_…` */
  readonly id: string
  /** Whose key it is: `prj_…`, or of kind `account` `acc_…`. */
  readonly projectId: string
  readonly kind: IssuedKind
  /** For people. */
  readonly name: string
  readonly lookup: string
  /** SHA-256 of the whole key, base64url: its 192 random bits need no slow digest. */
  readonly hash: string
  readonly tier: Tier
  readonly createdAt: EpochSeconds
  /** Worthless since then. */
  readonly revokedAt?: EpochSeconds
}

export interface ApiKeys {
  /** Of an owner at its limit, the key that was revoked first makes room. @returns false where none was revoked: nothing is added. */
  add(key: ApiKey): Promise<boolean>
  /** Never a revoked one. */
  byLookup(lookup: string): Promise<ApiKey | undefined>
  /** Oldest first, revoked ones too. */
  list(projectId: string): Promise<readonly ApiKey[]>
  /** Keeps the first moment. @returns false when the project has no such key, or it was revoked before. */
  revoke(projectId: string, id: string, now: EpochSeconds): Promise<boolean>
}
