import type { Crawler } from '../../core/crawlers/crawler.js'
import type { CrawlerDeps, KnownList } from '../../core/crawlers/ports.js'
import { verifiedBots } from '../../core/crawlers/verified-bots.js'

/** The answer as it is sent. */
export interface Export {
  readonly text: string
  /** Weak, as it stands in `ETag`. */
  readonly tag: string
}

interface Kept {
  /** Of which lists it was made. */
  readonly lists: readonly KnownList['cidrs'][]
  readonly made: Promise<Export>
}

async function tagOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `W/"${Buffer.from(digest).toString('base64url').slice(0, 32)}"`
}

async function make(crawlers: readonly Crawler[], known: readonly (readonly KnownList[])[]): Promise<Export> {
  const lists = new Map(crawlers.map((crawler, i) => [crawler, known[i] ?? []]))
  const data = await verifiedBots(crawlers, { of: async (crawler) => lists.get(crawler) ?? [] })
  const text = JSON.stringify({ data, meta: { count: data.length } })
  return { text, tag: await tagOf(text) }
}

/** @returns what tells the allowlist: made once for the lists as they are, however often it is asked for, and anew when one of them is another. */
export function createKeptExport({ crawlers, ranges }: Pick<CrawlerDeps, 'crawlers' | 'ranges'>): () => Promise<Export> {
  let kept: Kept | undefined
  return async () => {
    const known = await Promise.all(crawlers.map((crawler) => ranges.of(crawler)))
    const lists = known.flat().map(({ cidrs }) => cidrs)
    const isSame = kept?.lists.length === lists.length && lists.every((cidrs, i) => cidrs === kept?.lists[i])
    if (!kept || !isSame) kept = { lists, made: make(crawlers, known) }
    return kept.made
  }
}
