import type { EpochSeconds } from '../../../shared/units.js'
import type { Accounts } from './accounts.js'
import type { ApiKeys } from './api-keys.js'
import type { Counters } from './counters.js'
import type { Credentials } from './credentials.js'
import type { Devices } from './devices.js'
import type { EventInbox } from './event-inbox.js'
import type { Exceptions } from './exceptions.js'
import type { KeptTexts } from './kept-texts.js'
import type { Labels } from './labels.js'
import type { LiveSessions } from './live-sessions.js'
import type { Outbox } from './outbox.js'
import type { Projects } from './projects.js'
import type { ReplayGuard } from './replay-guard.js'
import type { Revocations } from './revocations.js'
import type { Rollups } from './rollups.js'
import type { RuleBook } from './rule-book.js'
import type { Sessions } from './sessions.js'
import type { Settings } from './settings.js'
import type { SigningKeys } from './signing-keys.js'
import type { Sketches } from './sketches.js'
import type { Verdicts } from './verdicts.js'

/**
 * What the server keeps: small ports in domain verbs. Each verb is atomic, also between processes that share a store, and has happened
 * when it resolves, also for a process that ends then; counters say what they promise instead. A store that cannot answer throws
 * `StoreUnavailable`; everything else that can go wrong is in the types.
 */
export interface Stores {
  readonly replays: ReplayGuard
  readonly projects: Projects
  readonly sessions: Sessions
  readonly devices: Devices
  readonly sketches: Sketches
  readonly verdicts: Verdicts
  readonly signingKeys: SigningKeys
  readonly apiKeys: ApiKeys
  readonly accounts: Accounts
  readonly counters: Counters
  readonly settings: Settings
  readonly rules: RuleBook
  readonly inbox: EventInbox
  readonly liveSessions: LiveSessions
  readonly labels: Labels
  readonly outbox: Outbox
  readonly texts: KeptTexts
  readonly exceptions: Exceptions
  readonly revocations: Revocations
  readonly credentials: Credentials
  readonly rollups: Rollups
  /**
   * Forgets a session in all ports: its pace, state, events, sketches, verdicts, and the labels, messages and exceptions that name it or them.
   * Device keys and counters name no session, and a revocation's digest nobody.
   * @returns how many rows went.
   */
  erase(projectId: string, session: string): Promise<number>
  /**
   * Drops what has expired, and of streams what is beyond their limits: of the projects that have the most, those that would expire first;
   * records of verdicts that are kept for a day alone before the others. A
   * bounded number of rows at a time.
   * @returns how many rows went.
   */
  prune(now: EpochSeconds): Promise<number>
  /** Resolves when the store answers, throws `StoreUnavailable` when it does not. */
  check(): Promise<void>
  close(): Promise<void>
}
