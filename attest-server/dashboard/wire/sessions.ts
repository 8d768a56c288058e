import type { SurfaceName } from './overview.js'

/**
 * The last verdicts.
 *
 * `GET /dashboard/api/projects/{project}/sessions?action=&kind=&tell=&origin=&page=&network=&country=&from=&to=&before=&after=&most=` → 200 `SessionList`.
 * All are optional: `kind` is a kind of bot, or `any`, `tell` what spoke for one (of the five that did so most), `from` and `to` are ISO 8601, `before` is a `next` of an earlier answer, `after` a `newest` of one (for what came since: ask every two
 * seconds; those of the last two seconds may come again, tell them apart by `jti`), `most` is 1 to 100, default 50.
 */
export interface SessionList {
  /** Newest first. */
  readonly sessions: readonly ListedSession[]
  /** For the next page as `before`; null where there is none. A page may be shorter than asked for, even empty, and have a next one: a filter looks at so many at a time. */
  readonly next: string | null
  /** For what comes after as `after`; null where there was never a verdict. */
  readonly newest: string | null
}

export type Action = 'allow' | 'challenge' | 'block'
export type Band = 'human' | 'unclear' | 'suspicious' | 'automated'

export interface ListedSession {
  readonly jti: string
  /** The support code, `7K3VM-Q2XR9`. */
  readonly reference: string
  readonly session: string
  readonly at: string
  readonly action: Action
  /** P(automated), 0 to 1. */
  readonly posterior: number
  /** 1 (surely a bot) to 99. */
  readonly score: number
  readonly band: Band
  readonly surface: Extract<SurfaceName, 'script' | 'noscript'>
  readonly origin: string
  /** What the page wanted to do: `sign-up`. */
  readonly page: string
  /** Of what kind of bot it looked like; null where it was let through. */
  readonly kind: string | null
  /** `datacenter`, `anonymiser`, `residential` or `unknown`. */
  readonly network: string
  readonly country: string | null
  /** A vendor or an agent that proved who it is. */
  readonly verified: string | null
  /** What decided, where the evidence did not: a rule, a toggle, an exception, deferral. */
  readonly decidedBy: 'evidence' | 'rule' | 'toggle' | 'exception' | 'deferral'
  readonly reason: string | null
}
