import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { requestFacts } from '../../testing/request-facts.js'
import { crowdPrice, dearest, noteEnd, priceOf, sessionPrice } from './price.js'

const FREE = 100

/** Two stores: what a process counts for itself is told apart from what all count. */
const start = (challengeLife = 300) => ({
  counters: openMemoryStores().counters,
  ownCounters: openMemoryStores().counters,
  digest: (text: string) => text,
  challengeLife,
})

describe('the price of a crowd', () => {
  it('is 1 until as many came as are free, and for any crowd of which half came to a good end', () => {
    for (const issued of [1, 10, FREE]) expect(crowdPrice(issued, 0, FREE, 4)).toBe(1)
    for (const issued of [1e3, 1e6]) expect(crowdPrice(issued, issued / 2, FREE, 4)).toBe(1)
  })

  it('rises softly: fourfold at sixteen times what is free, and never further', () => {
    expect([200, 400, 900, 1600, 1e9].map((issued) => crowdPrice(issued, 0, FREE, 4))).toEqual([Math.SQRT2, 2, 3, 4, 4])
  })

  it('never falls by asking, never rises by a good end, and is always a number from 1 to its most', () => {
    const count = fc.nat(1e7)
    fc.assert(
      fc.property(count, count, (issued, good) => {
        const price = crowdPrice(issued, good, FREE, 4)
        expect(price).toBeGreaterThanOrEqual(1)
        expect(price).toBeLessThanOrEqual(4)
        expect(crowdPrice(issued + 1, good, FREE, 4)).toBeGreaterThanOrEqual(price)
        expect(crowdPrice(issued, good + 1, FREE, 4)).toBeLessThanOrEqual(price)
      }),
    )
  })
})

describe('the price of a session', () => {
  it('grows with each verdict that was no allow, after two pages that went through both rounds', () => {
    expect([0, 6, 9, 12, 1000].map(sessionPrice)).toEqual([1, 1, 1.5, 2, 4])
  })
})

describe('the price of a project', () => {
  it('rises for all while thousands come to no good end, to twice at most, and falls with those that do', async () => {
    const deps = start()
    const asker = (i: number) => ({
      projectId: 'prj_a',
      session: `sess_${i}`,
      http: requestFacts({}, { address: `11.${i % 250}.${Math.floor(i / 250)}.1` }).http,
    })
    const ask = (i: number, projectId = 'prj_a') => priceOf({ ...asker(i), projectId }, 0, deps, 0)
    for (let i = 0; i < 4000; i++) await ask(i)
    expect([await ask(4001), await ask(4002, 'prj_b')]).toEqual([2, 1])
    for (let i = 0; i < 1600; i++) await noteEnd(asker(i), { action: 'allow', hasPaid: true }, deps, 0)
    expect(await ask(4003)).toBe(1)
  })
})

describe('the price of a network', () => {
  const FLOOD = 1700
  const asker = (address: string, projectId = 'prj_a') => ({ projectId, session: 'sess_1', http: requestFacts({}, { address }).http })
  /** @returns what the next one costs, of a project of as many visitors that came to a good end elsewhere */
  async function flood(deps: ReturnType<typeof start>, address: string, now = 0): Promise<number> {
    for (let i = 0; i < FLOOD; i++) await noteEnd(asker(`11.0.${i % 250}.1`), { action: 'allow', hasPaid: true }, deps, 0)
    for (let i = 0; i < FLOOD; i++) await priceOf(asker(address), 0, deps, 0)
    return priceOf(asker(address), 0, deps, now)
  }

  it('is each project’s own: whoever floods one, or is refused there, pays no more at another', async () => {
    const deps = start()
    expect(await flood(deps, '8.8.8.8')).toBe(4)
    for (let i = 0; i < 50; i++) await noteEnd(asker('8.8.8.8'), { action: 'block', hasPaid: true }, deps, 0)
    expect(await priceOf(asker('8.8.8.8', 'prj_b'), 0, deps, 0)).toBe(1)
  })

  it('is none where all visitors would have one address: of neighbours, of this machine, or none that can be read', async () => {
    const texts = [
      '172.17.0.1',
      '10.1.2.3',
      '192.168.1.1',
      '127.0.0.1',
      '169.254.7.7',
      '::1',
      'fd12::1',
      'fe80::1',
      '::ffff:172.17.0.1',
      'unknown',
    ]
    for (const text of texts) expect(await flood(start(), text), text).toBe(1)
  })

  it('is kept for twice as long as its challenges are good', async () => {
    expect([await flood(start(), '8.8.8.8', 600), await flood(start(3600), '8.8.8.8', 3600)]).toEqual([1, 4])
  })
})

describe('who is let through for little work', () => {
  it('makes nothing dearer and nothing cheaper', async () => {
    const deps = start()
    const asker = { projectId: 'prj_a', session: 'sess_1', http: requestFacts({}, { address: '8.8.8.8' }).http }
    for (let i = 0; i < 399; i++) {
      await priceOf({ ...asker, session: 'sess_2' }, 0, deps, 0)
      await noteEnd(asker, { action: 'allow', hasPaid: false }, deps, 0)
    }
    expect(await priceOf(asker, 0, deps, 0), 'as if none had come back').toBe(2)
    expect(await priceOf({ ...asker, http: requestFacts().http }, 0, deps, 0), 'of the session').toBe(1)
  })
})

describe('a price in a round', () => {
  it('never asks for more than the last round does without one', () => {
    expect([dearest(0, 9), dearest(1, 9), dearest(2, 9)]).toEqual([4, 2, 1])
  })
})
