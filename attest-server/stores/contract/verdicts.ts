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
