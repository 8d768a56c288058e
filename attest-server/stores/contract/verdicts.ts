import { describe, expect, it } from 'vitest'
import { DAY, NOW, type OpenStores, verdict, withStores } from './support.js'

export function testVerdicts(open: OpenStores): void {
  describe('verdicts', () => {
    const { stores } = withStores(open)

    it('finds a verdict by its id or its reference, for its own project only, until it is pruned', async () => {
      await stores().verdicts.record(verdict, NOW + DAY)
      expect(await stores().verdicts.find('prj_shop', verdict.jti)).toEqual(verdict)
      expect(await stores().verdicts.find('prj_shop', verdict.reference)).toEqual(verdict)
      expect(await stores().verdicts.find('prj_blog', verdict.jti)).toBeUndefined()
      await stores().prune(NOW + DAY)
      expect(await stores().verdicts.find('prj_shop', verdict.jti)).toBeUndefined()
    })

    it('lists the last ones of a project, newest first', async () => {
      const keep = (jti: string, issuedAt: number, projectId = 'prj_shop') =>
        stores().verdicts.record({ ...verdict, jti, issuedAt, projectId }, NOW + DAY)
      await keep('middle', NOW + 1)
      await keep('old', NOW)
      await keep('new', NOW + 2)
      await keep('other', NOW + 3, 'prj_blog')
      expect((await stores().verdicts.recent('prj_shop', 2)).map(({ jti }) => jti)).toEqual(['new', 'middle'])
    })

    it('knows the newest verdict of a session, for its own project only', async () => {
      const { session } = verdict
      await stores().verdicts.record({ ...verdict, jti: 'newer', reference: 'newer', issuedAt: verdict.issuedAt + 1 }, NOW + DAY)
      await stores().verdicts.record(verdict, NOW + DAY)
      expect((await stores().verdicts.latest('prj_shop', session))?.jti).toBe('newer')
      expect(await stores().verdicts.latest('prj_blog', session)).toBeUndefined()
      expect(await stores().verdicts.latest('prj_shop', 'sess_other')).toBeUndefined()
    })

    it('drops those of the projects that have the most, whoever’s would expire first', async () => {
      const keep = (projectId: string, jti: string, until: number) =>
        stores().verdicts.record({ ...verdict, projectId, jti, reference: jti }, until)
      await keep('prj_blog', 'blog', NOW + 2 * DAY)
      for (let i = 0; i < 9; i++) await keep('prj_shop', `${i}`, NOW + 3 * DAY + i)
      expect(await stores().prune(NOW)).toBe(7)
      expect(await stores().verdicts.find('prj_blog', 'blog')).toBeDefined()
      expect(await Promise.all(['6', '7', '8'].map(async (jti) => (await stores().verdicts.find('prj_shop', jti))?.jti))).toEqual([
        undefined,
        '7',
        '8',
      ])
    })

    it('drops what is kept for a day before all else, of those who have the most of it', async () => {
      const keep = (projectId: string, jti: string, until: number) =>
        stores().verdicts.record({ ...verdict, projectId, jti, reference: jti }, until)
      const kept = async (projectId: string, jti: string) => (await stores().verdicts.find(projectId, jti)) !== undefined
      await keep('prj_shop', 'a', NOW + 30 * DAY)
      await keep('prj_shop', 'brief', NOW + DAY - 1)
      for (let i = 0; i < 9; i++) await keep('prj_blog', `${i}`, NOW + DAY)
      expect(await stores().prune(NOW)).toBe(8)
      expect(await Promise.all(['a', 'brief'].map((jti) => kept('prj_shop', jti)))).toEqual([true, true])
      for (const jti of ['b', 'c']) await keep('prj_shop', jti, NOW + 30 * DAY)
      expect(await stores().prune(NOW)).toBe(2)
      expect(await Promise.all(['a', 'b', 'c'].map((jti) => kept('prj_shop', jti)))).toEqual([true, true, true])
    })

    it('drops verdicts beyond its limit when it is pruned: those that would expire first, whoever came last', async () => {
      const keep = (name: string, until: number) => stores().verdicts.record({ ...verdict, jti: name, reference: name }, until)
      await keep('long', NOW + 30 * DAY)
      await keep('longer', NOW + 31 * DAY)
      for (const name of ['short', 'shorter', 'shortest']) await keep(name, NOW + DAY - name.length)
      expect(await stores().prune(NOW)).toBe(2)
      expect(await stores().prune(NOW)).toBe(0)
      const kept = async (name: string) => (await stores().verdicts.find('prj_shop', name)) !== undefined
      expect(await Promise.all(['long', 'longer', 'short', 'shorter', 'shortest'].map(kept))).toEqual([true, true, true, false, false])
      expect(await stores().prune(NOW + DAY)).toBe(1)
      await keep('new', NOW + 2 * DAY)
      expect(await stores().prune(NOW + DAY)).toBe(0)
    })
  })
}
