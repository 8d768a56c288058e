import { describe, expect, it } from 'vitest'
import type { Stores } from '../ports.js'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

export function testReplayGuard(open: OpenStores): void {
  describe('replay guard', () => {
    const { stores, others } = withStores(open)

    it('gives an id to exactly one of 100 parallel claims', async () => {
      const claims = await Promise.all(Array.from({ length: 100 }, () => stores().replays.claimOnce('id', NOW, NOW + 60)))
      expect(claims.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await stores().replays.claimOnce('other', NOW, NOW + 60)).toBe(true)
    })

    it('tells one holder of many that it was first, as often as it asks, from several processes at once', async () => {
      const names = ['a', 'b', 'c']
      const claim = async (from: Stores, i: number) => {
        const holder = names[i % names.length]!
        return { holder, isFirst: await from.replays.claimOnce('id', NOW, NOW + 60, holder) }
      }
      const claims = await fromBoth([stores(), others()], 60, claim)
      const winners = new Set(claims.filter(({ isFirst }) => isFirst).map(({ holder }) => holder))
      expect(winners.size).toBe(1)
      expect(claims.filter(({ holder }) => winners.has(holder)).every(({ isFirst }) => isFirst)).toBe(true)
    })

    it('takes who names no holder for nobody that was there before', async () => {
      const claim = (id: string, holder?: string) => stores().replays.claimOnce(id, NOW, NOW + 60, holder)
      expect([await claim('x'), await claim('x'), await claim('x', ''), await claim('x', 'a')]).toEqual([true, false, false, false])
      expect([await claim('y', 'a'), await claim('y'), await claim('y', 'b'), await claim('y', 'a')]).toEqual([true, false, false, true])
    })

    it('forgets a claim a minute after it is worthless, so that a request which was held up still meets it', async () => {
      await stores().replays.claimOnce('id', NOW, NOW + 60)
      expect(await stores().prune(NOW + 60)).toBe(0)
      expect(await stores().prune(NOW + 119)).toBe(0)
      expect(await stores().replays.claimOnce('id', NOW, NOW + 60)).toBe(false)
      expect(await stores().prune(NOW + 120)).toBe(1)
      expect(await stores().replays.claimOnce('id', NOW, NOW + 60)).toBe(true)
    })
  })
}
