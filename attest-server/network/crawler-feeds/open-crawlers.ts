import { kindOf } from '../../../shared/address/kind-of.js'
import { err } from '../../../shared/result.js'
import type { EpochSeconds, Ms } from '../../../shared/units.js'
import type { Crawler } from '../../core/crawlers/crawler.js'
import type { CrawlerDeps, HostFinder, KnownList } from '../../core/crawlers/ports.js'
import type { Send } from '../../core/outbound/ports.js'
import type { KeptTexts } from '../../stores/ports.js'
import { createHostFinder, type Resolver } from '../hosts/host-finder.js'
import { createCrawlerRanges } from './crawler-ranges.js'
import { createFetchText, type FetchFault } from './fetch-feed.js'
import type { FeedFault } from './parse-feed.js'

/** Whoever waits for an answer waits no longer for DNS. */
const DNS_PATIENCE: Ms = 1500

export interface CrawlerSources {
  readonly crawlers: readonly Crawler[]
  /** The way out to the vendors' lists; undefined: they are not fetched, and what ships or was kept serves. */
  readonly send: Send | undefined
  /** Undefined: no name is looked up. */
  readonly resolver: Resolver | undefined
  readonly texts: KeptTexts
  readonly asnOf: (address: string) => number | null
  readonly now: () => EpochSeconds
}

/** Why a list was not taken; what was known before stays. */
export type ListFault = FetchFault | FeedFault

export interface Crawlers extends CrawlerDeps {
  /** All lists, in the order of the vendors. */
  lists(): Promise<readonly KnownList[]>
  /** Fetches what is due, one list after another. Never rejects. @returns the faults by list */
  refreshDue(goesOn: () => boolean): Promise<ReadonlyMap<string, ListFault>>
  /** Fetches every list. Never rejects. @returns the faults by list */
  refreshAll(): Promise<ReadonlyMap<string, ListFault>>
}

/** Private addresses have no names that prove anything: nobody outside is asked for them. */
const publicOnly = (finder: HostFinder): HostFinder => ({
  find: async (address, patterns) =>
    kindOf(address) === 'public' ? finder.find(address, patterns) : { answered: false, ptr: undefined, confirmed: undefined },
})

/** All that crawlers are told by. Opening reads nothing and fetches nothing. */
export function openCrawlers({ crawlers, send, resolver, texts, asnOf, now }: CrawlerSources): Crawlers {
  const faults = new Map<string, ListFault>()
  const fetchText = send ? createFetchText(send) : async () => err('off' as const)
  const ranges = createCrawlerRanges(crawlers, { fetchText, texts, now, report: (list, fault) => void faults.set(list, fault) })
  const faultsOf = async (refresh: Promise<void>) => {
    faults.clear()
    await refresh
    return new Map(faults)
  }
  return {
    crawlers,
    ranges,
    hosts: resolver && publicOnly(createHostFinder({ resolver, now, timeLimit: DNS_PATIENCE })),
    asnOf: (address) => asnOf(address) ?? undefined,
    lists: async () => (await Promise.all(crawlers.map((crawler) => ranges.of(crawler)))).flat(),
    refreshDue: (goesOn) => faultsOf(ranges.refreshDue(goesOn)),
    refreshAll: () => faultsOf(ranges.refreshAll()),
  }
}
