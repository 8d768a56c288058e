import { describe, expect, it } from 'vitest'
import type { KnownList } from '../../core/crawlers/ports.js'
import { crawlers } from '../../crawlers/index.js'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { createKeptExport } from './kept-export.js'

/** The lists that ship, until one is fetched. */
async function start() {
  const { ranges } = await crawlerDeps({})
  const fetched = new Map<string, KnownList['cidrs']>()
  const heard = (known: KnownList): KnownList => ({ ...known, cidrs: fetched.get(known.list.id) ?? known.cidrs })
  const asked = createKeptExport({ crawlers, ranges: { of: async (crawler) => (await ranges.of(crawler)).map(heard) } })
  return { asked, fetched }
}

describe('the kept export', () => {
  it('is made once, also for many who ask at once', async () => {
    const { asked } = await start()
    const made = await Promise.all(Array.from({ length: 20 }, asked))
    expect(new Set([...made, await asked()]).size).toBe(1)
  })

  it('is made anew when a list is another, with another tag', async () => {
    const { asked, fetched } = await start()
    const first = await asked()
    fetched.set('ahrefs', () => ['192.0.2.0/24'])
    const second = await asked()
    expect(second.text).toContain('192.0.2.0/24')
    expect(second.tag).not.toBe(first.tag)
    expect(await asked()).toBe(second)
  })
})
