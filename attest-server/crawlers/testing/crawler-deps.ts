import { err, ok } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { Crawler, RangeList } from '../../core/crawlers/crawler.js'
import type { CrawlerDeps } from '../../core/crawlers/ports.js'
import { createCrawlerRanges } from '../../network/crawler-feeds/crawler-ranges.js'
import type { FetchText } from '../../network/crawler-feeds/fetch-feed.js'
import { createHostFinder, type Resolver } from '../../network/hosts/host-finder.js'
import type { KeptText, KeptTexts } from '../../stores/ports.js'
import { crawlers as listed } from '../index.js'

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

export function memoryTexts(texts = new Map<string, KeptText>()): KeptTexts & { readonly texts: Map<string, KeptText> } {
  return {
    texts,
    get: async (name) => texts.get(name),
    put: async (name, text, at) => texts.set(name, { text, at }).has(name),
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
  const ranges = createCrawlerRanges(crawlers, { fetchText, texts: memoryTexts(), now, report: () => {} })
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
