import type { Seconds } from '../../../../shared/units.js'
import type { Caller } from '../../../core/caller.js'

/** At most `limit` within a fixed window. */
export interface Limit {
  readonly limit: number
  readonly window: Seconds
  /** What was paid for is used up, rather than asked for too fast: another fault on surfaces that tell the two apart. */
  readonly isQuota?: true
  /** Not counted where nobody knows who asks: one that makes noise there would shut out all others. */
  readonly isOfOne?: true
}

const MINUTE: Seconds = 60
const DAY: Seconds = 86_400
/** A quota's month: thirty days. */
const MONTH: Seconds = 30 * DAY

const perSecond = (limit: number): Limit => ({ limit, window: 1 })
const perMinute = (limit: number): Limit => ({ limit, window: MINUTE })
const perDay = (limit: number): Limit => ({ limit, window: DAY })
const ofOne = (limit: Limit): Limit => ({ ...limit, isOfOne: true })
const perMonth = (limit: number): Limit => ({ limit, window: MONTH, isQuota: true })

/**
 * Every limit, by surface and tier; the shortest window first. Where Botect's data plane is asked there is none: it never answers 429.
 * A request without a key counts as `free`, by its address.
 */
export const limits = {
  /** NoBotsPls (NBP-12). A batch counts what it holds. */
  requests: { free: [perMinute(10), perDay(500)], pro: [perMinute(3000), perDay(250_000)] },
  /** What scored requests turned out to be: as many as there are of those. */
  outcomes: { free: [perMinute(600)], pro: [perMinute(3000)] },
  /** Detection Lab, scoring and verification (LAB-06). */
  detection: { free: [perMinute(10), perMonth(100)], pro: [perMinute(100), perMonth(10_000)] },
  verification: { free: [perMinute(5), perMonth(50)], pro: [perMinute(50), perMonth(5000)] },
  /** Keys that one address makes for itself: an account each, of which a server has a thousand. */
  signup: { free: [perMinute(3), perDay(10)], pro: [perMinute(3), perDay(10)] },
  /** detectip: the document has no numbers. */
  detectip: { free: [perSecond(20), perMonth(10_000)], pro: [perSecond(200), perMonth(1_000_000)] },
  /** What needs no key (DIP-01). */
  lookup: { free: [perMinute(60)], pro: [perMinute(60)] },
  /** yeb.to (YEB-15). */
  crawlers: { free: [perSecond(20)], pro: [perSecond(20)] },
  /** A check for each submitted form: more than a site has visitors, less than guessing keys needs. */
  siteverify: { free: [perMinute(6000)], pro: [perMinute(60_000)] },
  /** Proofs of who somebody is, by address, each way by itself. A token or a passkey cannot be guessed and costs little to look at. */
  tokenLogin: { free: [ofOne(perMinute(20)), ofOne(perDay(500))], pro: [ofOne(perMinute(20)), ofOne(perDay(500))] },
  passkeyLogin: { free: [ofOne(perMinute(20)), ofOne(perDay(500))], pro: [ofOne(perMinute(20)), ofOne(perDay(500))] },
  /** Each costs 20 ms of argon2. */
  passwordLogin: { free: [perMinute(20), ofOne(perDay(500))], pro: [perMinute(20), ofOne(perDay(500))] },
  /** The pages of one account, each of which asks every two seconds. */
  dashboard: { free: [perMinute(1200)], pro: [perMinute(1200)] },
  /** People and scripts that configure. */
  control: { free: [perMinute(600)], pro: [perMinute(600)] },
} as const satisfies Readonly<Record<string, Readonly<Record<Caller['tier'], readonly Limit[]>>>>

export type LimitName = keyof typeof limits
