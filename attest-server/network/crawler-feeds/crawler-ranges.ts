import type { Crawler } from '../../core/crawlers/crawler.js'
import type { CrawlerRanges, KnownList } from '../../core/crawlers/ports.js'
import { createListCache, type ListCache, type ListCacheDeps } from './list-cache.js'

export interface CachedRanges extends CrawlerRanges {
  /** Fetches every list, one after another: once at the start, so that no visitor waits, or when an operator asks. Never rejects. */
  refreshAll(): Promise<void>
  /** The same with those lists that are due. @param goesOn is asked before each */
  refreshDue(goesOn: () => boolean): Promise<void>
}

/** The ranges of all vendors: shipped, stored, and fetched as they are asked for. */
export function createCrawlerRanges(crawlers: readonly Crawler[], deps: ListCacheDeps): CachedRanges {
  const lists = crawlers.flatMap(({ ranges }) => ranges)
  const caches = new Map<string, ListCache>(lists.map((list) => [list.id, createListCache(list, deps)]))
  const known = ({ ranges }: Crawler): Promise<KnownList>[] => ranges.flatMap(({ id }) => caches.get(id)?.known() ?? [])
  return {
    of: (crawler) => Promise.all(known(crawler)),
    async refreshAll() {
      for (const cache of caches.values()) await cache.refresh()
    },
    async refreshDue(goesOn) {
      for (const cache of caches.values()) if (goesOn()) await cache.refreshDue()
    },
  }
}
