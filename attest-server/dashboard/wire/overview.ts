/**
 * Numbers of a span of hours, from rollups: as fast with a million sessions as with ten.
 *
 * `GET /dashboard/api/projects/{project}/overview?hours=24` (1 to 720, default 24) → 200 `Overview`
 */
export interface Overview {
  /** ISO 8601; `from` is the beginning of an hour, `to` the end of the one that is running. */
  readonly from: string
  readonly to: string
  readonly funnel: Funnel
  /** Verdicts of attested visits by hour, the oldest first, none left out. */
  readonly hours: readonly HourOfActions[]
  /** One for each surface that scored anything in that time. */
  readonly distributions: readonly Distribution[]
  readonly bots: {
    /** Visits that were challenged or blocked, by kind: `scraping`, `framework-automation`, … */
    readonly kinds: readonly Tally[]
    /** What spoke for a bot in those: ids of observations, `tell.webdriver`. A visit counts for each. */
    readonly tells: readonly Tally[]
    /** Where those came from: `datacenter`, `anonymiser`, `residential` or `unknown`, with a country where one is known: `datacenter DE`. */
    readonly networks: readonly Tally[]
    /** On which page action, with its origin: `https://shop.example sign-up`. */
    readonly pages: readonly Tally[]
  }
}

export interface Funnel {
  /** Challenges that were given out. */
  readonly challenged: number
  /** Evidence that came back, under a challenge of ours. */
  readonly submitted: number
  /** Whole beyond doubt. What is missing to `submitted` was rejected, or was asked for slices of its trace and did not come again. */
  readonly verified: number
  readonly allow: number
  readonly challenge: number
  readonly block: number
}

export interface HourOfActions {
  readonly at: string
  readonly allow: number
  readonly challenge: number
  readonly block: number
}

/** Which surface scored: attested visits, forms without JavaScript, posted behaviour, described requests, sessions that post events. */
export const surfaces = ['script', 'noscript', 'behaviour', 'requests', 'sessions'] as const
export type SurfaceName = (typeof surfaces)[number]

export interface Distribution {
  readonly surface: SurfaceName
  readonly total: number
  /** 100 counts: index i counts scores of i, 1 (surely a bot) to 99 (surely a person); index 0 what was not computed. */
  readonly scores: readonly number[]
}

/** Largest first; `other` stands for all that had no room. */
export interface Tally {
  readonly name: string
  readonly count: number
}
