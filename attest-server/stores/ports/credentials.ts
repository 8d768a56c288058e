import type { EpochSeconds } from '../../../shared/units.js'

/** By what somebody comes into an account's dashboard, and stays. */
export const credentialKinds = ['password', 'passkey', 'session'] as const
export type CredentialKind = (typeof credentialKinds)[number]

/** Of each kind, what one account may have. A new session takes the place of the one that would end first. */
export const MOST_CREDENTIALS: Readonly<Record<CredentialKind, number>> = { password: 1, passkey: 20, session: 50 }

export interface Credential {
  readonly kind: CredentialKind
  /** Of a password its account's, of a passkey the authenticator's name for it, of a session the digest of its token. Never a secret. */
  readonly id: string
  readonly accountId: string
  /** JSON, and nothing that opens anything: a slow digest, a public key, when it was used. */
  readonly body: string
  /** Worthless and dropped then; kept for good where nobody says. */
  readonly until?: EpochSeconds
}

/** They go with their account. */
export interface Credentials {
  /** @returns false where there is one of this kind and id, or as many as the account may have. */
  add(credential: Credential): Promise<boolean>
  find(kind: CredentialKind, id: string): Promise<Credential | undefined>
  list(accountId: string, kind: CredentialKind): Promise<readonly Credential[]>
  /** Compare and set: of two at once with one `from`, one is told `true`. */
  change(kind: CredentialKind, id: string, from: string, to: string): Promise<boolean>
  /** @returns false when the account has none. */
  remove(accountId: string, kind: CredentialKind, id: string): Promise<boolean>
}
