import type { Address } from '../../../shared/address/address.js'
import type { Seconds } from '../../../shared/units.js'
import type { Crawler, HostPattern, RangeList } from './crawler.js'

/**
 * Whence ranges come. `feed`: the vendor's file, fetched by this process. `stored`: fetched by an earlier one. `snapshot`: what ships
 * with Vouchsafe. `none`: there are none.
 */
export type RangeSource = 'feed' | 'stored' | 'snapshot' | 'none'

/** One list of a vendor, as far as it is known now. */
export interface KnownList {
  readonly list: RangeList
  readonly source: RangeSource
  /** Since the vendor's file was fetched or, of a snapshot, since its day; undefined where that is not known. */
  readonly age: Seconds | undefined
  /** How many ranges; 0 where nothing is known. */
  readonly size: number
  contains(address: Address): boolean
  /** Its CIDRs, in the order of addresses. The same function for as long as the list is the same, whatever its age. */
  cidrs(): readonly string[]
}

/** Knows the ranges of all vendors. */
export interface CrawlerRanges {
  /** Never rejects, and waits for a feed, a second at most, only where nothing of the list is known. In the order of `crawler.ranges`. */
  of(crawler: Crawler): Promise<readonly KnownList[]>
}

/** What DNS says of an address. */
export interface HostFinding {
  /** False where DNS failed or took too long: then nothing is known. */
  readonly answered: boolean
  /** The first name that the address has; its owner writes it, so it proves nothing. */
  readonly ptr: string | undefined
  /** A name that fits a pattern and that has the address among its own; the pattern that it fits. */
  readonly confirmed: { readonly name: string; readonly pattern: HostPattern } | undefined
}

/** Forward-confirmed reverse DNS. */
export interface HostFinder {
  /** Never rejects; bounded in time. */
  find(address: Address, patterns: readonly HostPattern[]): Promise<HostFinding>
}

/** The autonomous system that announces an address; undefined where that is not known. May reject: then it is not known. */
export type AsnOf = (address: string) => number | undefined | Promise<number | undefined>

/** All that telling crawlers needs from outside. What is undefined is not asked. */
export interface CrawlerDeps {
  readonly crawlers: readonly Crawler[]
  readonly ranges: CrawlerRanges
  readonly hosts: HostFinder | undefined
  readonly asnOf: AsnOf | undefined
}
