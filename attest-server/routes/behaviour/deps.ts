import type { EpochSeconds } from '../../../shared/units.js'
import type { DigestEmail } from '../../core/accounts/digest-email.js'
import type { UsageRing } from '../../core/behaviour/account/usage-ring.js'
import type { KeptSessions } from '../../core/behaviour/continuous/kept-sessions.js'
import type { Random } from '../../core/ids.js'
import type { Accounts, ApiKey, Counters, Outbox, ReplayGuard, Tier } from '../../stores/ports.js'

export interface BehaviourSettings {
  /** Whether anybody may make a key for themselves. */
  readonly openSignup: boolean
  /** `iss` of the tokens of trust; undefined: the server's own. */
  readonly trustIssuer: string | undefined
  /** Whether webhooks may be on this machine: for development. */
  readonly webhookLoopback: boolean
}

/** What the behaviour surface works with. */
export interface BehaviourDeps {
  readonly settings: BehaviourSettings & { readonly issuer: string; readonly trustedProxies: number }
  readonly sessions: KeptSessions
  readonly outbox: Outbox
  readonly usage: UsageRing
  readonly accounts: Accounts
  readonly counters: Counters
  readonly replays: ReplayGuard
  readonly digestEmail: DigestEmail
  /** Under which limits are counted for an address, or for a network. */
  readonly digestAddress: (address: string) => string
  readonly keys: {
    /** @returns undefined when there are as many as there may be. */
    issue(owner: string, tier: Tier): Promise<{ readonly secret: string } | undefined>
    list(owner: string): Promise<readonly ApiKey[]>
  }
  /** Lets other requests have their turn. */
  readonly yieldTurn: () => Promise<void>
  readonly signToken: (type: string, claims: object) => Promise<string>
  /** Told of each score of a key's, 0 to 99; must not wait. */
  readonly onScored?: ((projectId: string, score: number) => void) | undefined
  readonly clock: () => EpochSeconds
  readonly random: Random
}
