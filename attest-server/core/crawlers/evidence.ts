import type { Address } from '../../../shared/address/address.js'
import type { Seconds } from '../../../shared/units.js'
import type { Crawler } from './crawler.js'
import type { CrawlerDeps, HostFinding, KnownList, RangeSource } from './ports.js'

/** What a vendor's ranges say of an address. */
export interface RangeFinding {
  /** The list that has the address; one of the vendor's own programs before one of its customers'. */
  readonly hit: KnownList | undefined
  readonly empty: boolean
  readonly source: RangeSource
  readonly age: Seconds | undefined
  readonly lists: readonly KnownList[]
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
  return { hit, empty: lists.every(({ size }) => size === 0), source: told?.source ?? 'none', age: told?.age, lists }
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
