import type { EpochSeconds } from '../../../shared/units.js'

/** What a key opens. */
export type KeyKind = 'private' | 'detlab' | 'afk' | 'live' | 'yeb' | 'account'

/** A key as it is kept: found by its lookup part, proved by its hash. */
export interface ApiKey {
  /** `key_…` */
  readonly id: string
  readonly projectId: string
  readonly kind: KeyKind
  /** For people. */
  readonly name: string
  readonly lookup: string
  readonly hash: string
  readonly tier: 'free' | 'pro'
  readonly createdAt: EpochSeconds
  readonly revokedAt?: EpochSeconds
}
