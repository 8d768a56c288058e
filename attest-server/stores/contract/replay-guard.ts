import { describe, expect, it } from 'vitest'
import { NOW, type OpenStores, withStores } from './support.js'

export function testReplayGuard(open: OpenStores): void {
  describe('replay guard', () => {
    const { stores } = withStores(open)

    it('gives an id to exactly one of 100 parallel claims', async () => {
      const claims = await Promise.all(Array.from({ length: 100 }, () => stores().replays.claimOnce('id', NOW + 60)))
      expect(claims.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await stores().replays.claimOnce('other', NOW + 60)).toBe(true)
    })

    it('forgets a claim a minute after it is worthless, so that a request which was held up still meets it', async () => {
      await stores().replays.claimOnce('id', NOW + 60)
      expect(await stores().prune(NOW + 60)).toBe(0)
      expect(await stores().prune(NOW + 119)).toBe(0)
      expect(await stores().replays.claimOnce('id', NOW + 60)).toBe(false)
      expect(await stores().prune(NOW + 120)).toBe(1)
      expect(await stores().replays.claimOnce('id', NOW + 60)).toBe(true)
    })
  })
}
