import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Caller } from '../caller.js'

export type LoginWay = 'token' | 'password' | 'passkey'

/** A session of the dashboard. */
export interface Login {
  readonly id: string
  readonly accountId: string
  readonly by: LoginWay
  readonly createdAt: EpochSeconds
  readonly seenAt: EpochSeconds
  readonly expiresAt: EpochSeconds
  readonly browser: string | null
}

export interface NewLogin extends Pick<Login, 'accountId' | 'by' | 'browser'> {
  /** Of the token or passkey that was shown: the session ends with it. */
  readonly keyId?: string
}

export interface Logins {
  /** @returns the token, this once, and how long its cookie may last. */
  begin(login: NewLogin): Promise<{ readonly token: string; readonly login: Login; readonly lasts: Seconds }>
  /** @returns undefined for a token that is none, or is over. */
  owner(token: string): Promise<Caller | undefined>
  byId(id: string): Promise<Login | undefined>
  /** Those that are alive, the last used first. */
  list(accountId: string): Promise<readonly Login[]>
  /** @returns false where the account has none of this name. */
  end(accountId: string, id: string): Promise<boolean>
  endOthers(accountId: string, id: string): Promise<void>
}

export interface Passwords {
  /** What is kept of it, another text after each change; undefined where there is none. */
  kept(accountId: string): Promise<string | undefined>
  /** Takes as long for an account that is not there. */
  isRight(accountId: string | undefined, password: string): Promise<boolean>
  /** @returns false where it was changed by somebody else meanwhile: theirs holds. */
  set(accountId: string, password: string): Promise<boolean>
}

export interface KnownPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: EpochSeconds
  readonly usedAt: EpochSeconds | null
}

/** What the browser gave; nothing in it was looked at but its `id`. */
export type PasskeyResponse = Readonly<Record<string, unknown>>

export interface Passkeys {
  /** Oldest first. */
  list(accountId: string): Promise<readonly KnownPasskey[]>
  creation(account: { readonly id: string; readonly name: string }): Promise<unknown>
  add(accountId: string, response: PasskeyResponse, name: string): Promise<KnownPasskey | 'refused' | 'full'>
  remove(accountId: string, id: string): Promise<boolean>
  request(): Promise<unknown>
  /** @returns whose it is; undefined for what proves nothing. */
  owner(response: PasskeyResponse): Promise<string | undefined>
}
