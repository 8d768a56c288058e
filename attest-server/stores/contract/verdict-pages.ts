import { describe, expect, it } from 'vitest'
import { ANY_KIND, type VerdictRecord, type VerdictsAsked } from '../ports.js'
import { DAY, NOW, type OpenStores, verdict, withStores } from './support.js'

export function testVerdictPages(open: OpenStores): void {
  describe('lists of verdicts', () => {
    const { stores } = withStores(open)
    const keep = (jti: string, issuedAt: number, more: Partial<VerdictRecord> = {}) =>
      stores().verdicts.record({ ...verdict, jti, reference: jti, issuedAt, ...more }, NOW + DAY)
    const jtisOf = async (asked: VerdictsAsked, most = 10) =>
      (await stores().verdicts.page('prj_shop', asked, most)).verdicts.map(({ jti }) => jti)

    it('are leafed through from the newest to the oldest, each verdict once', async () => {
      for (let i = 0; i < 25; i++) await keep(`v${i}`, NOW + Math.floor(i / 7))
      await keep('other', NOW, { projectId: 'prj_blog' })
      const found: VerdictRecord[] = []
      let before: string | undefined
      do {
        const page = await stores().verdicts.page('prj_shop', { before }, 4)
        found.push(...page.verdicts)
        before = page.next
      } while (before !== undefined)
      expect(new Set(found.map(({ jti }) => jti)).size).toBe(25)
      expect(found).toHaveLength(25)
      const times = found.map(({ issuedAt }) => issuedAt)
      expect(times).toEqual([...times].sort((a, b) => b - a))
    })

    const weighed = (
      [
        ['tell.webdriver', 4],
        ['input.clicks', -1],
        ['http.user-agent-library', 0.5],
      ] as const
    ).map(([id, llr]) => ({ ...verdict.contributions[0]!, id, llr }))

    it('hold what was asked for alone', async () => {
      await keep('blocked', NOW + 3, { action: 'block', pageAction: 'checkout' })
      await keep('blog', NOW + 2, { origin: 'https://blog.example' })
      await keep('cloud', NOW + 1, {
        observations: [{ id: 'net.datacenter', state: 'ok', value: 2 }],
        kind: { ...verdict.kind!, name: 'replay' },
      })
      await keep('plain', NOW)
      expect(await jtisOf({})).toEqual(['blocked', 'blog', 'cloud', 'plain'])
      expect(await jtisOf({ action: 'block' })).toEqual(['blocked'])
      expect(await jtisOf({ page: 'checkout', action: 'challenge' })).toEqual([])
      expect(await jtisOf({ origin: 'https://blog.example' })).toEqual(['blog'])
      expect(await jtisOf({ network: 'datacenter' })).toEqual(['cloud'])
      expect(await jtisOf({ network: 'unknown' }, 2)).toEqual(['blocked', 'blog'])
      expect(await jtisOf({ kind: 'replay' })).toEqual(['cloud'])
      await keep('told', NOW - 1, { country: 'DE', kind: { ...verdict.kind!, name: 'scraping' }, contributions: weighed })
      const { kind: _, ...nobody } = verdict
      await stores().verdicts.record({ ...nobody, jti: 'let in', issuedAt: NOW - 2, contributions: weighed }, NOW + DAY)
      expect(await jtisOf({ country: 'DE' })).toEqual(['told'])
      expect(await jtisOf({ country: 'FR' })).toEqual([])
      // Whole words, of what spoke for a bot, of whoever was not let in.
      expect(await jtisOf({ tell: 'tell.webdriver' })).toEqual(['told'])
      expect(await jtisOf({ tell: 'http.user-agent-library', kind: 'scraping' })).toEqual(['told'])
      for (const tell of ['tell.web', 'input.clicks', 'webdriver http', '%', '']) expect([tell, await jtisOf({ tell })]).toEqual([tell, []])
      expect(await jtisOf({ kind: ANY_KIND, to: NOW })).toEqual(['told'])
      expect(await jtisOf({ from: NOW + 1, to: NOW + 3 })).toEqual(['blog', 'cloud'])
    })

    it('may keep what a visitor showed of their movement, for its own time, and forget it with the session', async () => {
      const movementOf = (jti: string, at = NOW, project = 'prj_shop') => stores().verdicts.movementOf(project, jti, at)
      const record = (jti: string, until: number) =>
        stores().verdicts.record({ ...verdict, jti, reference: jti, session: `sess_${jti}` }, NOW + DAY, {
          text: `slices of ${jti}`,
          until,
        })
      await record('a', NOW + 60)
      await record('b', NOW + 120)
      await keep('c', NOW)
      const all = await Promise.all(['a', 'b', 'c', 'd'].map((jti) => movementOf(jti)))
      expect(all).toEqual(['slices of a', 'slices of b', undefined, undefined])
      expect(await movementOf('a', NOW, 'prj_blog')).toBeUndefined()
      expect(await movementOf('a', NOW + 60)).toBeUndefined()
      expect(await stores().prune(NOW + 60)).toBe(1)
      // As of before it was due: it is gone, and not only hidden. The verdict stays.
      expect([await movementOf('a'), await movementOf('b')]).toEqual([undefined, 'slices of b'])
      expect((await stores().verdicts.find('prj_shop', 'a'))?.jti).toBe('a')
      await stores().erase('prj_shop', 'sess_b')
      expect(await movementOf('b')).toBeUndefined()
    })

    it('are those of a session, too', async () => {
      for (const [i, jti] of ['a', 'b', 'c'].entries()) await keep(jti, NOW + i, { session: jti === 'b' ? 'sess_2' : 'sess_1' })
      expect((await stores().verdicts.ofSession('prj_shop', 'sess_1', 9)).map(({ jti }) => jti)).toEqual(['c', 'a'])
      expect(await stores().verdicts.ofSession('prj_shop', 'sess_1', 1)).toHaveLength(1)
      expect(await stores().verdicts.ofSession('prj_blog', 'sess_1', 9)).toEqual([])
    })
  })
}
