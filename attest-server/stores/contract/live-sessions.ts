import { describe, expect, it } from 'vitest'
import { DAY, fromBoth, NOW, type OpenStores, withStores } from './support.js'

export function testLiveSessions(open: OpenStores): void {
  describe('live sessions', () => {
    const { stores, others } = withStores(open)

    it('are kept, changed and removed', async () => {
      expect(await stores().liveSessions.get('prj_shop', 'sess_1')).toBeUndefined()
      expect(await stores().liveSessions.put('prj_shop', 'sess_1', '{}', 0, NOW)).toBe('kept')
      expect(await others().liveSessions.put('prj_shop', 'sess_1', '[]', 1, NOW + 1)).toBe('kept')
      expect(await stores().liveSessions.get('prj_shop', 'sess_1')).toEqual({ state: '[]', rev: 2, touchedAt: NOW + 1 })
      expect(await stores().liveSessions.get('prj_blog', 'sess_1')).toBeUndefined()
      await others().liveSessions.remove('prj_shop', 'sess_1')
      expect(await stores().liveSessions.get('prj_shop', 'sess_1')).toBeUndefined()
    })

    it('are changed by one of those who read the same, and a state that is not there by nobody', async () => {
      const begun = await fromBoth([stores(), others()], 10, ({ liveSessions }) => liveSessions.put('prj_shop', 'sess_1', '{}', 0, NOW))
      expect(begun.filter((outcome) => outcome === 'kept')).toHaveLength(1)
      const put = await fromBoth([stores(), others()], 10, ({ liveSessions }, i) => liveSessions.put('prj_shop', 'sess_1', `${i}`, 1, NOW))
      expect(put.filter((outcome) => outcome === 'kept')).toHaveLength(1)
      expect((await stores().liveSessions.get('prj_shop', 'sess_1'))?.state).toBe(`${put.indexOf('kept')}`)
      expect(await stores().liveSessions.put('prj_shop', 'sess_none', '{}', 1, NOW)).toBe('stale')
    })

    it('hold so much', async () => {
      const put = (length: number) => stores().liveSessions.put('prj_shop', `sess_${length}`, 'x'.repeat(length), 0, NOW)
      expect([await put(16_384), await put(16_385)]).toEqual(['kept', 'too-large'])
    })

    it('tell which changed last', async () => {
      for (const [i, name] of ['a', 'b', 'c'].entries()) await stores().liveSessions.put('prj_shop', name, name, 0, NOW + i)
      await stores().liveSessions.put('prj_blog', 'd', 'd', 0, NOW + 9)
      await stores().liveSessions.put('prj_shop', 'a', 'again', 1, NOW + 8)
      const recent = await others().liveSessions.recent('prj_shop', 2)
      expect(recent).toEqual([
        { session: 'a', state: 'again', rev: 2, touchedAt: NOW + 8 },
        { session: 'c', state: 'c', rev: 1, touchedAt: NOW + 2 },
      ])
    })

    it('make room for another project’s only where they have more than their share', async () => {
      const keep = (projectId: string, count: number, now: number) =>
        Promise.all(Array.from({ length: count }, (_, i) => stores().liveSessions.put(projectId, `${i}`, '', 0, now + i)))
      await keep('prj_blog', 1, NOW)
      await keep('prj_shop', 9, NOW + 1)
      expect(await stores().prune(NOW + 10)).toBe(7)
      expect(await stores().liveSessions.get('prj_blog', '0')).toBeDefined()
      expect((await others().liveSessions.recent('prj_shop', 9)).map(({ session }) => session)).toEqual(['8', '7'])
    })

    it('are forgotten after two silent days, and beyond their limit those that were silent longest', async () => {
      for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) await stores().liveSessions.put('prj_shop', name, '', 0, NOW + i)
      await stores().liveSessions.put('prj_shop', 'a', '', 1, NOW + 9)
      expect(await stores().prune(NOW + 10)).toBe(1)
      expect(await stores().liveSessions.get('prj_shop', 'b')).toBeUndefined()
      expect(await stores().prune(NOW + 2 * DAY + 8)).toBe(2)
      expect(await stores().prune(NOW + 2 * DAY + 9)).toBe(1)
    })
  })
}
