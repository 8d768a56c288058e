import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { RangeList } from '../../core/crawlers/crawler.js'
import type { KnownList } from '../../core/crawlers/ports.js'
import { memoryTexts, TODAY } from '../../crawlers/testing/crawler-deps.js'
import type { FetchFault } from './fetch-feed.js'
import { createListCache } from './list-cache.js'

const feed = { url: 'https://vendor.example/bots.txt', format: 'lines' } as const
const bare: RangeList = { id: 'example', name: 'ExampleBot', category: 'search', trust: 'vendor', feed }
const shipped = { asOf: '2026-11-11', source: 'https://vendor.example', text: '8.8.4.0/24' }
const hour = 3600
const day = 24 * hour

function world(list: RangeList, texts = memoryTexts()) {
  const state = { now: TODAY, answer: ok('8.8.8.0/24') as Result<string, FetchFault>, fetched: 0, faults: [] as string[] }
  const fetchText = async () => {
    state.fetched++
    return state.answer
  }
  const report = (id: string, fault: string) => void state.faults.push(`${id}: ${fault}`)
  return { state, texts, cache: createListCache(list, { fetchText, texts, now: () => state.now, report }) }
}

/** A list whose feed answers when the test says so. */
function slow(list: RangeList) {
  const state = { fetched: 0 }
  let arrive = (_: string) => {}
  const answer = new Promise<Result<string, FetchFault>>((resolve) => {
    arrive = (text) => resolve(ok(text))
  })
  const fetchText = () => {
    state.fetched++
    return answer
  }
  const cache = createListCache(list, { fetchText, texts: memoryTexts(), now: () => TODAY, report: () => {} })
  return { state, cache, arrive: (text: string) => arrive(text) }
}

const has = (known: KnownList, text: string) => known.contains(parseAddress(text)!)
/** Lets what goes on in the background go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe("a vendor's list, held", () => {
  it('fetches nothing before it is asked for', async () => {
    const { state } = world(bare)
    await settle()
    expect(state.fetched).toBe(0)
  })

  it('is fetched at first where nothing is known, then held for 12 hours, and says its age', async () => {
    const { state, cache } = world(bare)
    expect(await cache.known()).toMatchObject({ source: 'feed', age: 0, size: 1 })
    state.now += 12 * hour - 1
    expect(await cache.known()).toMatchObject({ source: 'feed', age: 12 * hour - 1 })
    expect(state.fetched).toBe(1)
    state.now += 1
    await cache.known()
    await settle()
    expect(state.fetched).toBe(2)
    expect(await cache.known()).toMatchObject({ source: 'feed', age: 0 })
  })

  it('is fetched once for all who ask at the same time', async () => {
    const { state, cache } = world(bare)
    const all = await Promise.all([cache.known(), cache.known(), cache.refresh(), cache.known()])
    expect(state.fetched).toBe(1)
    expect(all[3]).toMatchObject({ source: 'feed', size: 1 })
  })

  it('keeps what was good where the feed fails or is not as it should be, and says how old that is', async () => {
    const { state, cache } = world(bare)
    await cache.known()
    const answers: Result<string, FetchFault>[] = [err('timed-out'), ok('<html>'), ok(''), ok('0.0.0.0/0'), ok('8.8.8.0/24\n10.0.0.1')]
    for (const answer of answers) {
      state.now += day
      state.answer = answer
      await cache.refresh()
      const known = await cache.known()
      expect([has(known, '8.8.8.8'), has(known, '1.1.1.1'), known.source]).toEqual([true, false, 'feed'])
    }
    expect((await cache.known()).age).toBe(5 * day)
    expect(state.faults).toEqual(['timed-out', 'not_a_prefix', 'empty', 'too_wide', 'not_public'].map((fault) => `example: ${fault}`))
  })

  it('asks a feed that failed again only after ten minutes', async () => {
    const { state, cache } = world(bare)
    state.answer = err('unreachable')
    expect(await cache.known()).toMatchObject({ source: 'none', age: undefined, size: 0 })
    state.now += 599
    await cache.known()
    expect(state.fetched).toBe(1)
    state.now += 1
    state.answer = ok('8.8.8.0/24')
    expect(await cache.known()).toMatchObject({ source: 'feed' })
  })

  it('is what ships while the feed is fetched, without waiting for it', async () => {
    const { state, cache } = world({ ...bare, shipped })
    const known = await cache.known()
    expect(known).toMatchObject({ source: 'snapshot', age: 10 * day })
    expect([has(known, '8.8.4.4'), has(known, '8.8.8.8')]).toEqual([true, false])
    await settle()
    expect(state.fetched).toBe(1)
    const fresh = await cache.known()
    expect([fresh.source, has(fresh, '8.8.4.4'), has(fresh, '8.8.8.8')]).toEqual(['feed', false, true])
  })

  it('is nothing yet where the feed takes its time, and comes when it comes', async () => {
    const { cache, state, arrive } = slow(bare)
    expect(await cache.known()).toMatchObject({ source: 'none' })
    arrive('8.8.8.0/24')
    await settle()
    expect([(await cache.known()).source, state.fetched]).toEqual(['feed', 1])
  })

  it('outlives the process', async () => {
    const first = world({ ...bare, shipped })
    await first.cache.refresh()
    const second = world({ ...bare, shipped }, first.texts)
    second.state.now += hour
    const known = await second.cache.known()
    expect([known.source, known.age, has(known, '8.8.8.8')]).toEqual(['stored', hour, true])
    await settle()
    expect(second.state.fetched).toBe(0)
  })

  it('is what ships where that is newer than what was stored', async () => {
    const first = world(bare)
    await first.cache.refresh()
    const second = world({ ...bare, shipped: { ...shipped, asOf: '2026-12-01' } }, first.texts)
    second.state.now += 20 * day
    expect(await second.cache.known()).toMatchObject({ source: 'snapshot', age: 10 * day })
  })

  it.each([
    ['', TODAY],
    ['null', TODAY],
    ['{"version":2}', TODAY],
    ['{"version":0,"prefixes":["8.8.8.0/24"]}', TODAY],
    ['{"version":2,"prefixes":["8.8.8.0/24"]}', TODAY + 1],
    ['{"version":2,"prefixes":["8.8.8.0/24"]}', Number.NaN],
    ['{"version":2,"prefixes":["0.0.0.0/0"]}', TODAY],
    ['{"version":2,"prefixes":[null]}', TODAY],
  ])('does not believe a store that says %s of %d', async (text, at) => {
    const { state, cache } = world(bare, memoryTexts(new Map([['crawlers/example', { text, at }]])))
    state.answer = err('unreachable')
    expect(await cache.known()).toMatchObject({ source: 'none', size: 0 })
  })

  it('does without a store that fails', async () => {
    const broken = { texts: new Map(), get: () => Promise.reject(new Error('disk')), put: () => Promise.reject(new Error('disk')) }
    const { cache } = world(bare, broken)
    expect(await cache.known()).toMatchObject({ source: 'feed', size: 1 })
  })

  it('is what the page said, for ever, where there is no feed', async () => {
    const { state, cache } = world({
      id: 'static',
      name: 'S',
      category: 'search',
      trust: 'vendor',
      shipped: { source: 'https://vendor.example', text: '8.8.4.0/24' },
    })
    await cache.refresh()
    const known = await cache.known()
    expect([known.source, known.age, has(known, '8.8.4.4'), state.fetched]).toEqual(['snapshot', undefined, true, 0])
  })

  it('has no age below nothing where the clock was set back', async () => {
    const { state, cache } = world(bare)
    await cache.known()
    state.now -= day
    expect((await cache.known()).age).toBe(0)
  })
})
