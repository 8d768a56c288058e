import { describe, expect, it } from 'vitest'
import { NOW, type OpenStores, withStores } from './support.js'

const MINUTE = 60
const START = Math.floor(NOW / MINUTE) * MINUTE

export function testCounters(open: OpenStores): void {
  describe('counters', () => {
    const { stores, others } = withStores(open)

    it('let through exactly as much as the limit is, of any number at once', async () => {
      const takes = await Promise.all(Array.from({ length: 100 }, () => stores().counters.take('key', 1, 30, MINUTE, NOW)))
      expect(takes.filter(({ taken }) => taken)).toHaveLength(30)
      expect(new Set(takes.filter(({ taken }) => taken).map(({ used }) => used)).size).toBe(30)
      expect(takes.at(-1)).toEqual({ taken: false, used: 30, resetsAt: START + MINUTE })
      expect(await stores().counters.read('key', MINUTE, NOW)).toBe(30)
    })

    it('take nothing for what they refuse: what costs less may still pass', async () => {
      const take = async (cost: number) => (await stores().counters.take('key', cost, 10, MINUTE, NOW)).taken
      expect([await take(8), await take(5), await take(2), await take(1)]).toEqual([true, false, true, false])
    })

    it('begin anew with each window, and keep names and windows apart', async () => {
      const take = async (name: string, window: number, now: number) => (await stores().counters.take(name, 1, Infinity, window, now)).used
      expect([await take('a', MINUTE, START), await take('a', MINUTE, START + 59)]).toEqual([1, 2])
      expect(await take('b', MINUTE, START + 59)).toBe(1)
      expect(await take('a', 3600, START + 59)).toBe(1)
      expect(await take('a', MINUTE, START + 60)).toBe(1)
      expect(await stores().counters.read('a', MINUTE, START + 61)).toBe(1)
      expect(await stores().counters.read('a', MINUTE, START + 120)).toBe(0)
    })

    it('know a second later what others took, and all of it when it was pruned', async () => {
      for (let i = 0; i < 50; i++) await stores().counters.take('key', 1, 100, MINUTE, START)
      for (let i = 0; i < 20; i++) await others().counters.take('key', 1, 100, MINUTE, START)
      await stores().prune(START)
      await others().prune(START)
      expect((await others().counters.take('key', 1, 100, MINUTE, START + 1)).used).toBe(71)
      // Written by now, or within the second: whichever, both know it afterwards.
      await others().prune(START + 1)
      expect((await stores().counters.take('key', 30, 100, MINUTE, START + 2)).taken).toBe(false)
      expect((await stores().counters.take('key', 29, 100, MINUTE, START + 2)).taken).toBe(true)
      await stores().prune(START + 2)
      expect(await others().counters.read('key', MINUTE, START + 3)).toBe(100)
    })

    it('are dropped when their window is over, and beyond their limit', async () => {
      for (const name of ['a', 'b', 'c', 'd', 'e']) await stores().counters.take(name, 1, 10, MINUTE, START)
      expect(await stores().prune(START + 59)).toBe(2)
      expect(await stores().prune(START + 60)).toBe(3)
    })
  })
}
