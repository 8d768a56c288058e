import type { LoginWay } from '../../core/accounts/logins.js'

/**
 * How somebody comes in and goes. The session is an HttpOnly cookie: no script sees it. All bodies are `application/json`, nothing else is taken.
 *
 * | | |
 * |---|---|
 * | `POST /dashboard/api/login/token` | `TokenLogin` → 200 `Me`, 401 |
 * | `POST /dashboard/api/login/password` | `PasswordLogin` → 200 `Me`, 401 (the same for an unknown account), 429 |
 * | `POST /dashboard/api/login/passkey/options` | `{}` → 200 `PasskeyRequest` |
 * | `POST /dashboard/api/login/passkey` | `PasskeyLogin` → 200 `Me`, 401 |
 * | `POST /dashboard/api/logout` | `{}` → 204; the session is worthless afterwards |
 * | `GET /dashboard/api/me` | 200 `Me`; 401 `unauthorized`: nobody is logged in |
 */
export interface TokenLogin {
  /** The account's token, as `vouchsafe account create` has shown it. */
  readonly token: string
}

export interface PasswordLogin {
  readonly email: string
  /** At most 256 characters. */
  readonly password: string
}

/** What `startAuthentication` of @simplewebauthn/browser takes. */
export interface PasskeyRequest {
  readonly options: unknown
}

/** What `startAuthentication` gave. */
export interface PasskeyLogin {
  readonly response: unknown
}

export type { LoginWay }

/** Who is logged in. */
export interface Me {
  readonly account: { readonly id: string; readonly name: string; readonly plan: 'free' | 'pro' }
  readonly projects: readonly ProjectSummary[]
  readonly session: { readonly id: string; readonly by: LoginWay; readonly expiresAt: string }
}

export interface ProjectSummary {
  readonly id: string
  readonly name: string
  /** What stands in the page's script tag. */
  readonly siteKey: string
  readonly origins: readonly string[]
}
