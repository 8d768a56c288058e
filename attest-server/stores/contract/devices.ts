import { describe, expect, it } from 'vitest'
import { DAY, NOW, type OpenStores, withStores } from './support.js'

export function testDevices(open: OpenStores): void {
  describe('devices', () => {
    const { stores } = withStores(open)

    it('remembers when it first met a device, and forgets one that stays away', async () => {
      expect(await stores().devices.meet('key', NOW)).toMatchObject({ firstSeen: NOW })
      expect(await stores().devices.meet('key', NOW + 9 * DAY)).toMatchObject({ firstSeen: NOW })
      await stores().prune(NOW + 100 * DAY)
      expect(await stores().devices.meet('key', NOW + 100 * DAY)).toMatchObject({ firstSeen: NOW })
      await stores().prune(NOW + 300 * DAY)
      expect(await stores().devices.meet('key', NOW + 300 * DAY)).toMatchObject({ firstSeen: NOW + 300 * DAY })
    })

    it('recalls a device that it knows, and makes none', async () => {
      expect(await stores().devices.recall('key', NOW)).toBeUndefined()
      expect(await stores().devices.meet('key', NOW + DAY)).toMatchObject({ firstSeen: NOW + DAY })
      expect(await stores().devices.recall('key', NOW + 100 * DAY)).toMatchObject({ firstSeen: NOW + DAY })
      expect(await stores().prune(NOW + 200 * DAY)).toBe(0)
      expect(await stores().devices.recall('key', NOW + 200 * DAY)).toMatchObject({ firstSeen: NOW + DAY })
    })

    it('remembers of a device that it knows how what it showed last was, and nothing of others', async () => {
      const { meet, recall, askAgain } = stores().devices
      expect(await recall('key', NOW, true)).toBeUndefined()
      await askAgain('key')
      expect(await recall('key', NOW)).toBeUndefined()
      expect(await meet('key', NOW)).toEqual({ firstSeen: NOW, hasRevealed: false })
      expect(await recall('key', NOW, true)).toEqual({ firstSeen: NOW, hasRevealed: true })
      expect(await meet('key', NOW + DAY)).toEqual({ firstSeen: NOW, hasRevealed: true })
      expect(await recall('key', NOW + DAY)).toEqual({ firstSeen: NOW, hasRevealed: true })
      await askAgain('key')
      expect(await recall('key', NOW + DAY)).toEqual({ firstSeen: NOW, hasRevealed: false })
      expect(await meet('key', NOW + DAY, true)).toEqual({ firstSeen: NOW, hasRevealed: true })
      expect(await meet('other', NOW, true)).toEqual({ firstSeen: NOW, hasRevealed: true })
      expect(await meet('third', NOW)).toEqual({ firstSeen: NOW, hasRevealed: false })
    })

    it('forgets devices beyond its limit when it is pruned: those that stayed away longest', async () => {
      for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) await stores().devices.meet(name, NOW + i)
      await stores().devices.recall('a', NOW + 10)
      await stores().devices.meet('d', NOW + 11)
      expect(await stores().prune(NOW + 20)).toBe(2)
      const known = async (name: string) => (await stores().devices.recall(name, NOW + 20))?.firstSeen
      expect(await Promise.all(['a', 'b', 'c', 'd'].map(known))).toEqual([NOW, undefined, undefined, NOW + 3])
      await stores().devices.meet('e', NOW + 21)
      expect(await stores().prune(NOW + 22)).toBe(1)
    })
  })
}
