import { type Category, type ListedCategory, listedCategories } from '../../../shared/wire/categories.js'
import type { Crawler } from './crawler.js'
import type { CrawlerRanges } from './ports.js'

/** A row of the allowlist, as `GET /v1/verified-bots/export` gives it. */
export interface VerifiedBot {
  readonly name: string
  readonly category: ListedCategory
  readonly match_method: 'ip_cidr' | 'rdns_suffix'
  /** A CIDR, or a domain without a leading dot. A name in reverse DNS must be confirmed by a look-up forward. */
  readonly match_value: string
}

/** Who only shows a shared link has no category that clients of the allowlist know: it is left out, as everything that they could not file. */
const isListed = (category: Category): category is ListedCategory => listedCategories.some((listed) => listed === category)

async function cidrRows(crawler: Crawler, ranges: CrawlerRanges): Promise<readonly VerifiedBot[]> {
  const trusted = (await ranges.of(crawler)).filter(({ list }) => list.trust === 'vendor')
  return trusted.flatMap((known) => {
    const { name, category } = known.list
    if (!isListed(category)) return []
    return known.cidrs().map((cidr): VerifiedBot => ({ name, category, match_method: 'ip_cidr', match_value: cidr }))
  })
}

/** A name's beginning cannot be said in a row, so a pattern that needs it is left out. */
function suffixRows({ name, category, hosts }: Crawler): readonly VerifiedBot[] {
  if (!isListed(category)) return []
  const whole = hosts.filter(({ trust, prefix }) => trust === 'vendor' && prefix === undefined)
  return whole.map(({ suffix }) => ({ name, category, match_method: 'rdns_suffix', match_value: suffix }))
}

/** What another firewall needs to let verified crawlers in: only what proves the vendor's own programs, as known now. */
export async function verifiedBots(crawlers: readonly Crawler[], ranges: CrawlerRanges): Promise<readonly VerifiedBot[]> {
  const rows = crawlers.map(async (crawler) => [...(await cidrRows(crawler, ranges)), ...suffixRows(crawler)])
  // A vendor's page and its file may have the same range.
  const once = new Map((await Promise.all(rows)).flat().map((row) => [Object.values(row).join(' '), row]))
  return [...once.values()]
}
