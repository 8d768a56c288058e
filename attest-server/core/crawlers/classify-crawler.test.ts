import { describe, expect, it } from 'vitest'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { classifyCrawler } from './classify-crawler.js'
import type { Crawler } from './crawler.js'

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const META = 'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)'
const google = { crawler: 'google', name: 'Google', category: 'search' }

const classify = async (ip: string, userAgent: string, world: Parameters<typeof crawlerDeps>[0] = {}) =>
  classifyCrawler(ip, userAgent, await crawlerDeps(world))

describe('a request that says to be a crawler', () => {
  it('is verified by the ranges, also those that ship, and has the category of the agent that it names', async () => {
    expect(await classify('66.249.66.1', GOOGLEBOT)).toEqual({ state: 'verified', ...google, by: 'ranges' })
    expect(await classify('57.144.1.1', META)).toEqual({
      state: 'verified',
      crawler: 'meta',
      name: 'Meta',
      category: 'ai_crawler',
      by: 'ranges',
    })
  })

  it('is verified by reverse DNS where the ranges do not have it yet', async () => {
    const dns = { '1.2.3.4': ['crawl-1.googlebot.com'], 'crawl-1.googlebot.com': ['1.2.3.4'] }
    expect(await classify('1.2.3.4', GOOGLEBOT, { online: true, dns })).toEqual({ state: 'verified', ...google, by: 'rdns' })
  })

  it('is verified by the autonomous system where the vendor says that all of its crawlers come from it', async () => {
    expect(await classify('1.2.3.4', META, { asns: { '1.2.3.4': 32_934 } })).toMatchObject({ state: 'verified', by: 'asn' })
    expect(await classify('1.2.3.4', META, { asns: { '1.2.3.4': 64_500 } })).toMatchObject({
      state: 'impostor',
      crawler: 'meta',
      category: 'ai_crawler',
    })
  })

  it('is an impostor where the current ranges do not have it', async () => {
    expect(await classify('1.2.3.4', GOOGLEBOT, { online: true })).toEqual({ state: 'impostor', ...google })
  })

  it('is an impostor where its names are others, or lead elsewhere', async () => {
    expect(await classify('1.2.3.4', GOOGLEBOT, { dns: {} })).toEqual({ state: 'impostor', ...google })
    const forged = { '1.2.3.4': ['crawl-66-249-66-1.googlebot.com'], 'crawl-66-249-66-1.googlebot.com': ['66.249.66.1'] }
    expect(await classify('1.2.3.4', GOOGLEBOT, { dns: forged })).toEqual({ state: 'impostor', ...google })
  })

  it('is unknown where only old ranges do not have it: the vendor may have new ones', async () => {
    expect(await classify('1.2.3.4', GOOGLEBOT)).toEqual({ state: 'unknown' })
  })

  it('is unknown where what has it is too old to say so: a cloud gives addresses to others', async () => {
    const uptime = 'Better Stack Better Uptime Bot Mozilla/5.0'
    const ip = '5.223.56.56'
    expect(await classify(ip, uptime)).toEqual({ state: 'unknown' })
    expect(await classify(ip, uptime, { online: true })).toMatchObject({ state: 'verified', category: 'monitoring' })
  })

  it('is unknown where it comes from machines that Google rents to others', async () => {
    expect(await classify('2600:1900:0:3d0::1', GOOGLEBOT, { online: true })).toEqual({ state: 'unknown' })
    const dns = { '1.2.3.4': ['4.gae.googleusercontent.com'], '4.gae.googleusercontent.com': ['1.2.3.4'] }
    expect((await classify('1.2.3.4', GOOGLEBOT, { dns })).state).toBe('unknown')
  })

  it('is unknown where it names two vendors and is neither, and verified where it is one', async () => {
    expect(await classify('1.2.3.4', 'Googlebot bingbot', { online: true, dns: {} })).toEqual({ state: 'unknown' })
    expect(await classify('157.55.39.250', 'Googlebot bingbot', { online: true })).toMatchObject({ state: 'verified', crawler: 'bing' })
  })

  it('is unknown without an address', async () => {
    expect(await classify('', GOOGLEBOT, { online: true })).toEqual({ state: 'unknown' })
    expect(await classify('unknown', GOOGLEBOT, { online: true })).toEqual({ state: 'unknown' })
  })
})

describe('a vendor of whom no feed tells', () => {
  const shipped = { source: 'https://example.com/bot', text: '8.8.8.0/24' }
  const list = { id: 'example', name: 'ExampleBot', category: 'seo', trust: 'vendor', shipped } as const
  const example: Crawler = {
    ...{
      id: 'example',
      aliases: [],
      name: 'Example',
      category: 'seo',
      documentation: 'https://example.com/bot',
      except: [],
      hosts: [],
      asns: [],
    },
    agents: [{ token: 'ExampleBot', category: 'seo' }],
    ranges: [list],
    decisive: ['ranges'],
  }

  it('has nobody called an impostor by what its page said once', async () => {
    expect(await classify('1.2.3.4', 'ExampleBot', { crawlers: [example], online: true })).toEqual({ state: 'unknown' })
    expect(await classify('8.8.8.8', 'ExampleBot', { crawlers: [example] })).toMatchObject({ state: 'verified', category: 'seo' })
  })

  it('is its own where an address is in a list of its own and in one of its customers', async () => {
    const shared: Crawler = { ...example, ranges: [{ ...list, id: 'rented', trust: 'users' }, list] }
    expect(await classify('8.8.8.8', 'ExampleBot', { crawlers: [shared] })).toMatchObject({ state: 'verified' })
  })
})

describe('a request that says nothing of the kind', () => {
  it('is unknown, wherever it comes from: people work there too', async () => {
    expect(await classify('66.249.66.1', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0', { online: true })).toEqual({
      state: 'unknown',
    })
    expect(await classify('66.249.66.1', '', { online: true })).toEqual({ state: 'unknown' })
  })
})

describe('what is asked', () => {
  it('is no DNS where the ranges have the address already', async () => {
    const deps = await crawlerDeps({ online: true })
    const hosts = { find: () => Promise.reject(new Error('asked')) }
    expect(await classifyCrawler('66.249.66.1', GOOGLEBOT, { ...deps, hosts })).toMatchObject({ state: 'verified' })
  })

  it('may be nobody: what is not there is not asked, and what fails is not known', async () => {
    const deps = await crawlerDeps({})
    expect(await classifyCrawler('1.2.3.4', GOOGLEBOT, { ...deps, hosts: undefined, asnOf: undefined })).toEqual({ state: 'unknown' })
    const asnOf = () => Promise.reject(new Error('no database'))
    expect(await classifyCrawler('1.2.3.4', META, { ...deps, asnOf })).toEqual({ state: 'unknown' })
  })
})
