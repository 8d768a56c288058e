import { describe, expect, it } from 'vitest'
import { listedCategories } from '../../../shared/wire/categories.js'
import { crawlers } from '../../crawlers/index.js'
import { parsePrefix } from '../../crawlers/ranges/parse-prefix.js'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { verifiedBots } from './verified-bots.js'

const rows = async () => verifiedBots(crawlers, (await crawlerDeps({})).ranges)

describe('the allowlist', () => {
  it('has a row for each range and each domain by which a crawler is verified', async () => {
    const all = await rows()
    expect(all).toContainEqual({ name: 'Bingbot', category: 'search', match_method: 'ip_cidr', match_value: '157.55.39.0/24' })
    expect(all).toContainEqual({ name: 'GPTBot', category: 'ai_crawler', match_method: 'ip_cidr', match_value: '132.196.86.0/24' })
    expect(all).toContainEqual({ name: 'Google', category: 'search', match_method: 'rdns_suffix', match_value: 'googlebot.com' })
    for (const { match_method, match_value } of all)
      if (match_method === 'ip_cidr') expect(parsePrefix(match_value)).toMatchObject({ ok: true })
      else expect(match_value).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  })

  it('lets nobody in whom a vendor rents machines to', async () => {
    const values = (await rows()).map(({ match_value }) => match_value)
    expect(values).not.toContain('gae.googleusercontent.com')
    expect(values).not.toContain('1e100.net')
    const rented = crawlers
      .flatMap(({ ranges }) => ranges as readonly { trust: string; name: string }[])
      .filter(({ trust }) => trust !== 'vendor')
    expect(rented.length).toBeGreaterThan(0)
    const names = (await rows()).map(({ name }) => name)
    for (const { name } of rented) expect(names).not.toContain(name)
  })

  it('has the categories of the allowlist, and leaves out who has another', async () => {
    const all = await rows()
    expect(all.filter(({ category }) => !listedCategories.includes(category))).toEqual([])
    const others = crawlers.filter(({ category }) => category === 'preview').map(({ name }) => name as string)
    expect(others.length).toBeGreaterThan(0)
    expect(all.filter(({ name }) => others.includes(name))).toEqual([])
  })

  it('says each thing once', async () => {
    const all = (await rows()).map((row) => Object.values(row).join(' '))
    expect(new Set(all).size).toBe(all.length)
  })
})
