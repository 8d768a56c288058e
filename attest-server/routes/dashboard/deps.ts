import type { Logins, Passkeys, Passwords } from '../../core/accounts/logins.js'
import type { Caller } from '../../core/caller.js'
import type { Rollups, Stores, VerdictFacets, VerdictRecord, Verdicts } from '../../stores/ports.js'
import type { ControlDeps } from '../control/deps.js'
import type { Encodable } from '../http/encoded-body.js'

/** A file of the page. */
export interface PageFile extends Encodable {
  /** `index.html`, `assets/main-0123456789.js`: these change their name with their content. */
  readonly name: string
  readonly type: string
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
