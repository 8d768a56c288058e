import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Caller } from '../../core/caller.js'
import type { LoginWay } from '../../dashboard/wire/login.js'
import type { Rollups, Stores, VerdictFacets, VerdictRecord, Verdicts } from '../../stores/ports.js'
import type { ControlDeps } from '../control/deps.js'

export type { LoginWay }

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
  /** Of the token that was shown: the session ends with it. */
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
  has(accountId: string): Promise<boolean>
  /** Takes as long for an account that is not there. */
  isRight(accountId: string | undefined, password: string): Promise<boolean>
  set(accountId: string, password: string): Promise<void>
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

/** A file of the page. */
export interface PageFile {
  /** `index.html`, `assets/main-0123456789.js`: these change their name with their content. */
  readonly name: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

/** What the dashboard works with. */
export interface DashboardDeps extends ControlDeps {
  readonly logins: Logins
  readonly passwords: Passwords
  readonly passkeys: Passkeys
  /** Whose token it is. */
  readonly tokenOwner: (token: string) => Promise<Caller | undefined>
  /** The account of an address, and a name for the address itself, which tells nobody what it is. */
  readonly accountOf: (email: string) => Promise<{ readonly known: string | undefined; readonly name: string }>
  readonly browserOf: (userAgent: string | undefined) => string | null
  /** Public address of the server. */
  readonly issuer: string
  readonly counters: Stores['counters']
  readonly verdicts: Verdicts
  readonly rollups: Rollups
  readonly outbox: Pick<Stores['outbox'], 'list' | 'find' | 'replay'>
  /** Whether the session of a message still has the secret that it would be signed with. */
  readonly canSign: (projectId: string, session: string) => Promise<boolean>
  readonly facetsOf: (record: VerdictRecord) => VerdictFacets
  readonly crawlers: readonly { readonly id: string; readonly name: string; readonly category: string }[]
  /** None where the page was not built. */
  readonly files: readonly PageFile[]
}
