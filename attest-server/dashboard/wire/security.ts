import type { LoginWay } from './login.js'

/**
 * How the account is protected.
 *
 * | | |
 * |---|---|
 * | `GET /dashboard/api/security` | 200 `Security` |
 * | `PUT /dashboard/api/security/password` | `NewPassword` → 204; 403 where the current one is wrong; 409 where another was set at this moment; every other session ends |
 * | `POST /dashboard/api/security/passkeys/options` | `{}` → 200 `PasskeyCreation`; 403 in a session that is older than ten minutes |
 * | `POST /dashboard/api/security/passkeys` | `NewPasskey` → 201 `Passkey`; 409 as many as there may be |
 * | `DELETE /dashboard/api/security/passkeys/{passkey}` | 204, 404 |
 * | `DELETE /dashboard/api/security/sessions/{session}` | 204, 404; of one's own, too |
 */
export interface Security {
  readonly hasPassword: boolean
  readonly passkeys: readonly Passkey[]
  /** This one first, then the last used first. */
  readonly sessions: readonly DashboardSession[]
}

export interface NewPassword {
  /** 12 to 256 characters. */
  readonly password: string
  /** Where there is one; not needed by who came in with a token. */
  readonly current?: string
}

/** What `startRegistration` of @simplewebauthn/browser takes. */
export interface PasskeyCreation {
  readonly options: unknown
}

export interface NewPasskey {
  /** What `startRegistration` gave. */
  readonly response: unknown
  /** For people: "Laptop". */
  readonly name: string
}

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly usedAt: string | null
}

export interface DashboardSession {
  readonly id: string
  readonly by: LoginWay
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  /** Of the browser, in words: "Firefox on Linux"; null where it did not say. */
  readonly browser: string | null
  readonly isThis: boolean
}
