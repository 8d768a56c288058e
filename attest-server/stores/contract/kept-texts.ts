import { describe, expect, it } from 'vitest'
import { NOW, type OpenStores, withStores } from './support.js'

export function testKeptTexts(open: OpenStores): void {
  describe('kept texts', () => {
    const { stores, others } = withStores(open)

    it('are the last that were put under their name', async () => {
      expect(await stores().texts.get('feed')).toBeUndefined()
      await stores().texts.put('feed', 'old', NOW)
      await others().texts.put('feed', 'new', NOW + 1)
      expect(await stores().texts.get('feed')).toEqual({ text: 'new', at: NOW + 1 })
    })

    it('are no longer than they may be, alone or together: the oldest go', async () => {
      const long = 'ä'.repeat(12)
      expect(await stores().texts.put('a', 'x'.repeat(25), NOW)).toBe(false)
      expect(await stores().texts.put('x'.repeat(26), '', NOW)).toBe(false)
      for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) expect(await stores().texts.put(name, long, NOW + i)).toBe(true)
      expect(await stores().texts.put('a', long, NOW + 9)).toBe(true)
      expect(await others().texts.put('e', long, NOW + 10)).toBe(true)
      const kept = async (name: string) => (await stores().texts.get(name)) !== undefined
      expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(kept))).toEqual([true, false, true, true, true])
    })
  })
}
