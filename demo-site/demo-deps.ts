import type { GuardOutcome, KeyOptions, OnceStore } from 'vouchsafe/verify'
import type { Assets } from './assets.js'
import type { DemoConfig } from './read-config.js'
import type { Readers } from './readers.js'
import type { Shelf } from './shelf.js'
import type { Tour } from './tour/open-tour.js'

/** What the site stands on; tests bring their own. */
export interface DemoDeps {
  readonly config: Pick<DemoConfig, 'attestUrl' | 'siteKey' | 'secretKey'>
  /** All files that are served as they are, `/worker.js` among them. */
  readonly assets: Assets
  /** The keys that verdicts are signed with. */
  readonly keys: KeyOptions
  readonly readers: Readers
  /** What people had typed when they left for the path without JavaScript. */
  readonly drafts: Shelf<Readonly<Record<string, string>>>
  /** What the guard made of forms that were accepted. */
  readonly receipts: Shelf<GuardOutcome>
  /** Knows which verdicts were used; without it, one is good for as many forms as come before it expires. */
  readonly once?: OnceStore | undefined
  readonly tour: Tour
  /** Asks the attest-server for its keys and its reasons; nobody else. */
  readonly fetch: typeof fetch
  /** The time of day, in seconds since 1970. */
  readonly now?: (() => number) | undefined
}
