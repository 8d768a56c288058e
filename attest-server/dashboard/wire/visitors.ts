import type { Tally } from './overview.js'

/**
 * Crawlers and agents that came, and what is done about them. Whether verified ones pass is `allow_verified` in `settings.ts`; other policies are rules.
 *
 * `GET /dashboard/api/projects/{project}/crawlers?hours=168` (1 to 720, default 168) → 200 `CrawlersSeen`
 */
export interface CrawlersSeen {
  readonly from: string
  readonly to: string
  readonly allowVerified: boolean
  /** By vendor: came and proved to be it. */
  readonly verified: readonly Visitor[]
  /** By vendor: said to be it, and by the vendor's own method was not. */
  readonly impostors: readonly Tally[]
  /** All vendors whose crawlers can be proved. */
  readonly known: readonly KnownCrawler[]
}

export interface Visitor extends Tally {
  readonly by: 'crawler' | 'agent'
}

export interface KnownCrawler {
  /** `google` */
  readonly id: string
  readonly name: string
  readonly category: string
}
