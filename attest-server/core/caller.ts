import type { KeyKind, Tier } from '../stores/ports.js'

/** Who calls: the project of the key that was shown. `site` is a public site key: it may add, never read. `dashboard` is an account's session in its page. */
export interface Caller {
  readonly projectId: string
  /** Names the key in limits and logs; never the key. */
  readonly keyId: string
  readonly kind: KeyKind | 'site' | 'dashboard'
  readonly tier: Tier
}

/** Finds out whose key it is. */
export interface Callers {
  /** @returns undefined for no key, one that is not known or was revoked, and one that is of none of the kinds. */
  owner(secret: string | undefined, kinds: readonly Caller['kind'][]): Promise<Caller | undefined>
}
