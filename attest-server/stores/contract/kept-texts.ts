import { describe, expect, it } from 'vitest'
import { DAY, NOW, type OpenStores, withStores } from './support.js'

export function testKeptTexts(open: OpenStores): void {
  describe('kept texts', () => {
    const { stores, others } = withStores(open)

    it('are the last that were put under their name', async () => {
      expect(await stores().texts.get('feed')).toBeUndefined()
      await stores().texts.put('feed', 'old', NOW)
      await others().texts.put('feed', 'new', NOW + 1)
      expect(await stores().texts.get('feed')).toEqual({ text: 'new', at: NOW + 1 })
    })

    it('are no longer than they may be, alone or together: of the longest the oldest go', async () => {
      const long = 'ä'.repeat(12)
      expect(await stores().texts.put('a', 'x'.repeat(25), NOW)).toBe(false)
      expect(await stores().texts.put('x'.repeat(26), '', NOW)).toBe(false)
      for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) expect(await stores().texts.put(name, long, NOW + i)).toBe(true)
      expect(await stores().texts.put('a', long, NOW + 9)).toBe(true)
      expect(await others().texts.put('e', long, NOW + 10)).toBe(true)
      const kept = async (name: string) => (await stores().texts.get(name)) !== undefined
      expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(kept))).toEqual([true, false, true, true, true])
    })

    it('go when they are to go, and those of which nobody says when stay', async () => {
      await stores().texts.put('brief', 'old', NOW, NOW + 1)
      await stores().texts.put('brief', 'new', NOW, NOW + DAY)
      await stores().texts.put('last', 'old', NOW, NOW + DAY)
      await stores().texts.put('last', 'good', NOW)
      expect(await stores().prune(NOW + DAY - 1)).toBe(0)
      expect(await stores().prune(NOW + DAY)).toBe(1)
      expect([await others().texts.get('brief'), await others().texts.get('last')]).toEqual([undefined, { text: 'good', at: NOW }])
    })

    it('never go for one that is longer', async () => {
      for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) await stores().texts.put(name, 'x'.repeat(23 - i), NOW + i)
      await stores().texts.put('e', 'small', NOW)
      expect(await others().texts.put('f', 'x'.repeat(24), NOW + 9)).toBe(false)
      expect((await stores().texts.get('a'))?.text, 'nothing changes').toBe('x'.repeat(23))
      expect(await others().texts.put('f', 'x'.repeat(22), NOW + 9)).toBe(true)
      const kept = async (name: string) => (await stores().texts.get(name)) !== undefined
      expect(await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(kept))).toEqual([false, true, true, true, true, true])
    })
  })
}
