import type { Address } from '../../../shared/address/address.js'
import { parseAddress } from '../../../shared/address/parse-address.js'
import type { Category } from '../../../shared/wire/categories.js'
import { type Claim, claimsOf } from './claims.js'
import type { Crawler, ProofMethod } from './crawler.js'
import { type Answer, askAsn, askHosts, askRanges } from './evidence.js'
import type { CrawlerDeps } from './ports.js'

/** What the core makes of a request's address and user agent. */
export type CrawlerVerdict =
  | {
      readonly state: 'verified'
      readonly crawler: string
      readonly name: string
      readonly category: Category
      readonly by: ProofMethod
    }
  /** It says to be a crawler, and by the vendor's own method it is not. */
  | { readonly state: 'impostor'; readonly crawler: string; readonly name: string; readonly category: Category }
  /** It says to be none, or there is no telling now. */
  | { readonly state: 'unknown' }

async function fromHosts(address: Address, crawler: Crawler, deps: CrawlerDeps): Promise<Answer> {
  const { answered, confirmed } = await askHosts(address, crawler, deps)
  if (!answered) return 'unknown'
  if (!confirmed) return 'no'
  return confirmed.pattern.trust === 'vendor' ? 'yes' : 'unknown'
}

async function fromAsn(address: Address, crawler: Crawler, deps: CrawlerDeps): Promise<Answer> {
  const asn = crawler.asns.length > 0 ? await askAsn(address, deps) : undefined
  if (asn === undefined) return 'unknown'
  return crawler.asns.includes(asn) ? 'yes' : 'no'
}

/** The cheapest first; DNS is asked only for what is still open. */
const methods: Readonly<Record<ProofMethod, (address: Address, crawler: Crawler, deps: CrawlerDeps) => Promise<Answer>>> = {
  ranges: async (address, crawler, deps) => (await askRanges(address, crawler, deps)).answer,
  asn: fromAsn,
  rdns: fromHosts,
}

interface Tried {
  readonly claim: Claim
  readonly by: ProofMethod | undefined
  /** Whether a method by which all crawlers of the vendor can be told said no. */
  readonly denied: boolean
}

async function tryClaim(claim: Claim, address: Address, deps: CrawlerDeps): Promise<Tried> {
  let denied = false
  for (const method of Object.keys(methods) as ProofMethod[]) {
    const answer = await methods[method](address, claim.crawler, deps)
    if (answer === 'yes') return { claim, by: method, denied: false }
    denied ||= answer === 'no' && claim.crawler.decisive.includes(method)
  }
  return { claim, by: undefined, denied }
}

const named = ({ crawler, agent }: Claim) => ({ crawler: crawler.id, name: crawler.name, category: agent.category })

/**
 * Whether a request is of a crawler that it says to be. A user agent without a proof verifies nothing, and an address alone neither:
 * people work in vendors' networks too.
 */
export async function classifyCrawler(ip: string, userAgent: string, deps: CrawlerDeps): Promise<CrawlerVerdict> {
  const claims = claimsOf(userAgent, deps.crawlers)
  const address = claims.length > 0 ? parseAddress(ip) : undefined
  if (!address) return { state: 'unknown' }
  const tried = await Promise.all(claims.map((claim) => tryClaim(claim, address, deps)))
  const proven = tried.find(({ by }) => by)
  if (proven?.by) return { state: 'verified', ...named(proven.claim), by: proven.by }
  const [first] = tried
  // Who names two vendors may be a program that lists whom it imitates openly, as link previews do.
  return first?.denied && tried.length === 1 ? { state: 'impostor', ...named(first.claim) } : { state: 'unknown' }
}
