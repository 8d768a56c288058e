import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { requestFacts } from '../../testing/request-facts.js'
import { crowdPrice, dearest, noteEnd, priceOf, sessionPrice } from './price.js'

const FREE = 100

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
    const deps = { counters: openMemoryStores().counters, digest: (text: string) => text }
    const asker = (i: number) => ({
      projectId: 'prj_a',
      session: `sess_${i}`,
      http: requestFacts({}, { address: `10.${i % 250}.${Math.floor(i / 250)}.1` }).http,
    })
    const ask = (i: number, projectId = 'prj_a') => priceOf({ ...asker(i), projectId }, 0, deps, 0)
    for (let i = 0; i < 4000; i++) await ask(i)
    expect([await ask(4001), await ask(4002, 'prj_b')]).toEqual([2, 1])
    for (let i = 0; i < 1600; i++) await noteEnd(asker(i), true, deps, 0)
    expect(await ask(4003)).toBe(1)
  })
})

describe('a price in a round', () => {
  it('never asks for more than the last round does without one', () => {
    expect([dearest(0, 9), dearest(1, 9), dearest(2, 9)]).toEqual([4, 2, 1])
  })
})
