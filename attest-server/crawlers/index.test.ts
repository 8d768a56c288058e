import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claimsOf } from '../core/crawlers/claims.js'
import { classifyCrawler } from '../core/crawlers/classify-crawler.js'
import type { Crawler } from '../core/crawlers/crawler.js'
import { type DetectionRequest, detectCrawler } from '../core/crawlers/detect-crawler.js'
import { parsePrefixes } from '../network/crawler-feeds/parse-feed.js'
import { crawlers } from './index.js'
import { cidrsOf, crawlerDeps } from './testing/crawler-deps.js'

const all: readonly Crawler[] = crawlers
const lists = all.flatMap(({ ranges }) => ranges)

/** Somebody's rented machine, who gave it the name of a crawler's. */
const HOSTILE = '185.220.101.34'
const ask = { crawler: undefined, verifyRdns: false, strictRdns: false, verifyAsn: false, strictAsn: false, asn: undefined } as const

const userAgentOf = ({ agents: [agent] }: Crawler) => `Mozilla/5.0 (compatible; ${agent?.token}/1.0; +https://example.com/bot)`
const hostileDns = ({ hosts: [host] }: Crawler) => ({ [HOSTILE]: [`${host?.prefix ?? ''}crawl-1.${host?.suffix ?? 'example'}`] })

/** An address of the vendor's own, by what it publishes. */
function genuine(crawler: Crawler) {
  const [cidr = ''] = crawler.ranges.flatMap(cidrsOf)
  if (cidr !== '') return { ip: cidr.split('/')[0] ?? '', dns: {} }
  const name = `crawl-1.${crawler.hosts[0]?.suffix}`
  return { ip: '23.20.0.1', dns: { '23.20.0.1': [name], [name]: ['23.20.0.1'] } }
}

async function detected(request: Partial<DetectionRequest> & { ip: string }, world: Parameters<typeof crawlerDeps>[0]) {
  const found = await detectCrawler({ ...ask, userAgent: undefined, ...request }, await crawlerDeps(world))
  if (!found.ok) throw new Error(found.error)
  return found.value
}

describe('the list of crawlers', () => {
  it('holds every vendor that has a file, once', () => {
    const files = readdirSync(import.meta.dirname).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts',
    )
    expect(all.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  })

  it('has each id, alias, list and agent once, in lower case where they are paths or names of files', () => {
    for (const names of [all.flatMap(({ id, aliases }) => [id, ...aliases]), lists.map(({ id }) => id)]) {
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*$/)
    }
    const tokens = all.flatMap(({ agents }) => agents.map(({ token }) => token.toLowerCase()))
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  it('can tell every vendor by more than its user agent', () => {
    for (const { id, ranges, hosts, asns } of all) expect(ranges.length + hosts.length + asns.length, id).toBeGreaterThan(0)
  })

  it('takes feeds by https only', () => {
    for (const { feed } of lists) if (feed) expect(feed.url).toMatch(/^https:\/\//)
  })

  it.each(lists.filter(({ shipped }) => shipped))(
    'ships with ranges of $id that pass as what a vendor says, and with a day that is one',
    (list) => {
      expect(parsePrefixes(cidrsOf(list))).toMatchObject({ ok: true })
      if (list.shipped?.asOf) expect(new Date(list.shipped.asOf).toISOString()).toBe(`${list.shipped.asOf}T00:00:00.000Z`)
    },
  )

  it('has a source of addresses or a snapshot in every list', () => {
    for (const { id, feed, shipped } of lists) expect(feed ?? shipped, id).toBeDefined()
  })

  it('has each vendor claim its own user agents, and nobody else', () => {
    for (const crawler of all)
      for (const { token } of crawler.agents)
        expect(claimsOf(`x (${token}/2; y)`, all).map((claim) => claim.crawler.id)).toEqual([crawler.id])
  })
})

describe.each(all)('$name', (crawler) => {
  const userAgent = userAgentOf(crawler)

  it('is not who has its user agent, and a name that it gave itself', async () => {
    const world = { crawlers: [crawler], online: true, dns: hostileDns(crawler), asns: { [HOSTILE]: 64_500 } }
    const found = await detected(
      { ip: HOSTILE, crawler, userAgent: { text: userAgent, source: 'param' }, verifyRdns: true, verifyAsn: true },
      world,
    )
    expect(found).toMatchObject({
      vendor: crawler.id,
      ok: false,
      uaMatch: true,
      ipMatch: false,
      dnsVerified: false,
      asnVerified: false,
      reason: 'ua_not_matched',
    })
    const verdict = await classifyCrawler(HOSTILE, userAgent, await crawlerDeps(world))
    expect(verdict.state).toBe(crawler.decisive.length > 0 ? 'impostor' : 'unknown')
  })

  it('is not who has its user agent where nothing can be asked, and nobody is called an impostor then', async () => {
    const found = await detected({ ip: HOSTILE, userAgent: { text: userAgent, source: 'param' } }, { crawlers: [crawler] })
    expect(found).toMatchObject({ vendor: crawler.id, ok: false, rdnsChecked: false, asnChecked: false })
    expect(await classifyCrawler(HOSTILE, userAgent, await crawlerDeps({ crawlers: [crawler] }))).toEqual({ state: 'unknown' })
  })

  it('is who comes from where it says', async () => {
    const { ip, dns } = genuine(crawler)
    const verdict = await classifyCrawler(ip, userAgent, await crawlerDeps({ crawlers: [crawler], online: true, dns }))
    expect(verdict).toMatchObject({ state: 'verified', crawler: crawler.id, category: crawler.agents[0]?.category })
    expect(
      await classifyCrawler(
        ip,
        'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0',
        await crawlerDeps({ crawlers: [crawler], online: true, dns }),
      ),
    ).toEqual({
      state: 'unknown',
    })
  })
})
