import type { Address } from '../../../shared/address/address.js'
import type { Seconds } from '../../../shared/units.js'
import type { Crawler } from './crawler.js'
import type { CrawlerDeps, HostFinding, KnownList, RangeSource } from './ports.js'

/** Vendors ask to read their lists daily; who is in none that is older is not yet proven false. */
const BELIEVED_NO: Seconds = 3 * 86_400
/** Many crawlers run in clouds, where an address that one gives up is somebody else's some day. */
const BELIEVED_YES: Seconds = 180 * 86_400

/** What one method says of an address. */
export type Answer = 'yes' | 'no' | 'unknown'

/** What a vendor's ranges say of an address. */
export interface RangeFinding {
  /** The list that has the address; one of the vendor's own programs before one of its customers'. */
  readonly hit: KnownList | undefined
  readonly empty: boolean
  readonly source: RangeSource
  readonly age: Seconds | undefined
  /** Whether they prove the vendor's own program, or that it is none; both only as long as lists of their age are believed. */
  readonly answer: Answer
}

/** What a page says once and for all has no age that counts. */
const isBelieved = ({ list, age }: KnownList) => list.feed === undefined || (age ?? 0) <= BELIEVED_YES

const isCurrent = ({ size, source, age }: KnownList) => size > 0 && source !== 'snapshot' && (age ?? 0) <= BELIEVED_NO

/** Customers of a vendor may send any user agent from its addresses: that is neither its crawler nor proof of a lie. */
function answerOf(hit: KnownList | undefined, lists: readonly KnownList[]): Answer {
  if (hit) return hit.list.trust === 'vendor' && isBelieved(hit) ? 'yes' : 'unknown'
  return lists.length > 0 && lists.every(isCurrent) ? 'no' : 'unknown'
}

/** The older says more about how far a "no" can be believed. */
function oldest(lists: readonly KnownList[]): KnownList | undefined {
  const known = lists.filter(({ size }) => size > 0)
  return known.reduce<KnownList | undefined>((old, list) => (old && (old.age ?? 0) >= (list.age ?? 0) ? old : list), undefined)
}

export async function askRanges(address: Address, crawler: Crawler, { ranges }: Pick<CrawlerDeps, 'ranges'>): Promise<RangeFinding> {
  const lists = await ranges.of(crawler)
  const hits = lists.filter((list) => list.contains(address))
  const hit = hits.find(({ list }) => list.trust === 'vendor') ?? hits[0]
  const told = hit ?? oldest(lists)
  const empty = lists.every(({ size }) => size === 0)
  return { hit, empty, source: told?.source ?? 'none', age: told?.age, answer: answerOf(hit, lists) }
}

const NOT_ASKED: HostFinding = { answered: false, ptr: undefined, confirmed: undefined }

/** Where there is no resolver, or the vendor names no hosts, nothing is asked and nothing known. */
export async function askHosts(address: Address, crawler: Crawler, { hosts }: Pick<CrawlerDeps, 'hosts'>): Promise<HostFinding> {
  return hosts && crawler.hosts.length > 0 ? hosts.find(address, crawler.hosts) : NOT_ASKED
}

/** @returns the autonomous system; undefined where it is not known, or where there is nobody to ask. */
export async function askAsn(address: Address, { asnOf }: Pick<CrawlerDeps, 'asnOf'>): Promise<number | undefined> {
  try {
    return await asnOf?.(address.text)
  } catch {
    return undefined
  }
}
