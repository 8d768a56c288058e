import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMemoryStores } from './memory/open-memory-stores.js'
import { createOwnCounters } from './own-counters.js'
import type { Counters } from './ports.js'

const MINUTE = 60
const HOUR = 3600

/** One that says what is asked of it. */
function listenTo(counters: Counters) {
  const asked: string[] = []
  const store: Counters = {
    take: (name, ...rest) => {
      asked.push(name)
      return counters.take(name, ...rest)
    },
    read: (name, ...rest) => {
      asked.push(name)
      return counters.read(name, ...rest)
    },
  }
  return { store, asked }
}

/** A store that forgets no window: others go on to the next one with the first who counts in it. */
function exactCounters(): Counters {
  const counts = new Map<string, number>()
  const keyOf = (name: string, window: number, now: number) => `${name} ${window} ${Math.floor(now / window)}`
  return {
    async take(name, cost, limit, window, now) {
      const key = keyOf(name, window, now)
      const before = counts.get(key) ?? 0
      const taken = before + cost <= limit
      const used = taken ? before + cost : before
      counts.set(key, used)
      return { taken, used, resetsAt: (Math.floor(now / window) + 1) * window }
    },
    read: async (name, window, now) => counts.get(keyOf(name, window, now)) ?? 0,
  }
}

describe('counters of one process', () => {
  it('ask the store for nothing while there is room', async () => {
    const { store, asked } = listenTo(openMemoryStores().counters)
    const own = createOwnCounters(store)
    expect(await own.take('a', 8, 10, MINUTE, 0)).toEqual({ taken: true, used: 8, resetsAt: MINUTE })
    expect(await own.take('a', 5, 10, MINUTE, 1)).toEqual({ taken: false, used: 8, resetsAt: MINUTE })
    expect(await own.take('a', 2, 10, MINUTE, 2)).toEqual({ taken: true, used: 10, resetsAt: MINUTE })
    expect([await own.read('a', MINUTE, 59), await own.read('a', HOUR, 59), await own.read('b', MINUTE, 59)]).toEqual([10, 0, 0])
    expect(await own.read('a', MINUTE, 60)).toBe(0)
    expect(asked).toEqual([])
  })

  it('count a name that finds no room in the store until its window ends, also where there is room again', async () => {
    const { store, asked } = listenTo(openMemoryStores().counters)
    const own = createOwnCounters(store, 1)
    const count = async (name: string, window: number, now: number) => (await own.take(name, 1, Infinity, window, now)).used
    await count('b', HOUR, 0)
    expect([await count('c', HOUR, 0), await count('b', HOUR, 0)]).toEqual([1, 2])
    expect([await count('c', HOUR, 2 * MINUTE), await own.read('c', HOUR, 2 * MINUTE)]).toEqual([2, 2])
    expect(asked).toEqual(['c', 'c', 'c'])
    expect([await count('c', HOUR, 2 * HOUR), await own.read('b', HOUR, 2 * HOUR)]).toEqual([1, 0])
    expect(asked).toHaveLength(3)
  })

  it('have room of their own in each window: names that stay for a day do not take that of minutes', async () => {
    const { store, asked } = listenTo(openMemoryStores().counters)
    const own = createOwnCounters(store, 2)
    const count = (name: string, window: number) => own.take(name, 1, Infinity, window, 0)
    for (const name of ['a', 'b', 'c']) await count(name, HOUR)
    expect(asked).toEqual(['c'])
    for (const name of ['c', 'd']) await count(name, MINUTE)
    expect(asked).toEqual(['c'])
  })

  it('are exact, whatever is asked, also late, and however little room there is', async () => {
    const ask = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      cost: fc.nat(5),
      limit: fc.constantFrom(3, 10, Infinity),
      window: fc.constantFrom(MINUTE, HOUR),
      later: fc.constantFrom(0, 1, 70),
      isLate: fc.boolean(),
      isRead: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { maxLength: 60 }), fc.nat(5), async (asks, most) => {
        const [plain, own] = [exactCounters(), createOwnCounters(exactCounters(), most)]
        let now = 0
        for (const { name, cost, limit, window, later, isLate, isRead } of asks) {
          now += later
          const at = isLate ? Math.max(0, now - 30) : now
          const answer = (counters: Counters) => (isRead ? counters.read(name, window, at) : counters.take(name, cost, limit, window, at))
          expect(await answer(own)).toEqual(await answer(plain))
        }
      }),
    )
  })
})
