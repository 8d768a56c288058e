import type { Crawler } from './crawler.js'

/** The vendor of an id or alias, in any case; undefined for any other name. */
export function findCrawler(name: string, crawlers: readonly Crawler[]): Crawler | undefined {
  const wanted = name.toLowerCase()
  return crawlers.find(({ id, aliases }) => id === wanted || aliases.includes(wanted))
}
