import { err, ok } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { Crawler, RangeList } from '../../core/crawlers/crawler.js'
import type { CrawlerDeps } from '../../core/crawlers/ports.js'
import { createHostFinder, type Resolver } from '../hosts/host-finder.js'
import { crawlers as listed } from '../index.js'
import { createCrawlerRanges } from '../ranges/crawler-ranges.js'
import type { FetchText } from '../ranges/fetch-feed.js'
import type { RangeStore } from '../ranges/stored-ranges.js'

/** The day on which the tests take place: after all that ships. */
export const TODAY: EpochSeconds = Date.UTC(2026, 10, 21) / 1000

/** A vendor's list as the vendor would write it. */
function feedText(list: RangeList, cidrs: readonly string[]): string {
  const json = JSON.stringify({
    creationTime: '2026-11-20',
    prefixes: cidrs.map((cidr) => ({ [cidr.includes(':') ? 'ipv6Prefix' : 'ipv4Prefix']: cidr })),
  })
  if (list.feed?.format === 'lines') return cidrs.join('\r\n')
  return list.feed?.format === 'page' ? `<h1>Addresses</h1><pre><code class="json">${json.replaceAll('"', '&quot;')}</code></pre>` : json
}

/** What a list ships with; for one that ships without, a range of its own. */
export function cidrsOf(list: RangeList): readonly string[] {
  return list.shipped?.text.trim().split(/\s+/) ?? ['100.24.86.0/24']
}

export function memoryStore(texts = new Map<string, string>()): RangeStore & { readonly texts: Map<string, string> } {
  return {
    texts,
    load: async (name) => texts.get(name),
    save: async (name, text) => {
      texts.set(name, text)
    },
  }
}

interface World {
  readonly crawlers?: readonly Crawler[]
  /** Whether the vendors' files can be fetched: each as it ships. */
  readonly online?: boolean
  /** By address, the names; by name, the addresses. Undefined: DNS does not answer. */
  readonly dns?: Readonly<Record<string, readonly string[]>>
  /** By address. Undefined: there is nobody to ask. */
  readonly asns?: Readonly<Record<string, number>>
}

/** All that crawlers are told by, in a world that a test makes: the code is the real one, the network is not. */
export async function crawlerDeps({ crawlers = listed, online = false, dns, asns }: World): Promise<CrawlerDeps> {
  const lists = crawlers.flatMap(({ ranges }) => ranges)
  const fetchText: FetchText = async (url) => {
    const list = lists.find(({ feed }) => feed?.url === url)
    return online && list ? ok(feedText(list, cidrsOf(list))) : err('unreachable')
  }
  const now = () => TODAY
  const ranges = createCrawlerRanges(crawlers, { fetchText, store: memoryStore(), now, report: () => {} })
  if (online) await ranges.refreshAll()
  const look = async (key: string) => {
    if (!dns) throw new Error('SERVFAIL')
    return dns[key] ?? []
  }
  const resolver: Resolver = { reverse: look, forward: look }
  return {
    crawlers,
    ranges,
    hosts: createHostFinder({ resolver, now, timeLimit: 1000 }),
    asnOf: asns && ((address) => asns[address]),
  }
}
