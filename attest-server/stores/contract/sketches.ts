import { describe, expect, it } from 'vitest'
import { MOST_LOOKED_AT, MOST_OWN, type Sketch } from '../ports.js'
import { DAY, fromBoth, NOW, type OpenStores, withStores } from './support.js'

const sketch = (name: string, changes: Partial<Sketch> = {}): Sketch => ({
  session: `sess_${name}`,
  thumbprint: `key ${name}`,
  bands: [1, 2, 3, 4, 5, 2 ** 32 - 1],
  body: `body ${name}`,
  ...changes,
})
const UNTIL = NOW + 14 * DAY

export function testSketches(open: OpenStores): void {
  describe('sketches', () => {
    const { stores, others } = withStores(open)
    const owners = async (one: Sketch, projectId = 'prj_shop', now = NOW) =>
      (await stores().sketches.recall(projectId, one, now)).map(({ thumbprint, session }) => thumbprint ?? session).sort()

    it('are met by those with a band in common, at the same position and in the same project', async () => {
      expect(await stores().sketches.meet('prj_shop', sketch('a'), UNTIL, NOW)).toEqual([])
      const met = await others().sketches.meet('prj_shop', sketch('b', { bands: [9, 9, 3, 9, 9, 9] }), UNTIL, NOW)
      expect(met).toEqual([{ session: 'sess_a', thumbprint: 'key a', body: 'body a' }])
      expect(await owners(sketch('c'))).toEqual(['key a', 'key b'])
      expect(await owners(sketch('c', { bands: [2, 3, 4, 5, 6, 7] }))).toEqual([])
      expect(await owners(sketch('c'), 'prj_blog')).toEqual([])
    })

    it('are nobody else’s in the same session with the same key, or with none', async () => {
      await stores().sketches.meet('prj_shop', sketch('a'), UNTIL, NOW)
      expect(await owners(sketch('a', { body: 'more' }))).toEqual([])
      expect(await owners(sketch('b', { session: 'sess_a' }))).toEqual(['key a'])
      expect(await owners(sketch('b', { thumbprint: 'key a' }))).toEqual(['key a'])
      expect(await owners(sketch('a', { thumbprint: undefined }))).toEqual(['key a'])
      await stores().sketches.meet('prj_shop', sketch('c', { thumbprint: undefined }), UNTIL, NOW)
      expect(await owners(sketch('c', { thumbprint: undefined }))).toEqual(['key a'])
      expect(await owners(sketch('d', { thumbprint: undefined }))).toEqual(['key a', 'sess_c'])
    })

    it('are kept once for each session and key, and recalled without being kept', async () => {
      for (let i = 0; i < 2; i++) await stores().sketches.meet('prj_shop', sketch('a'), UNTIL, NOW)
      expect(await owners(sketch('b'))).toEqual(['key a'])
      expect(await owners(sketch('c'))).toEqual(['key a'])
    })

    it('meet each other when they come at once', async () => {
      const met = await fromBoth([stores(), others()], 12, ({ sketches }, i) =>
        sketches.meet('prj_shop', sketch(String(i)), UNTIL, NOW).then(({ length }) => length),
      )
      expect([...met].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i))
    })

    it('are looked at up to a number, the latest first', async () => {
      for (let i = 0; i < 20; i++) await stores().sketches.meet('prj_shop', sketch(String(i), { bands: [1, 0, 0, 0, 0, i] }), UNTIL, NOW)
      const met = await owners(sketch('x', { bands: [1, 7, 7, 7, 7, 1] }))
      expect(met).toHaveLength(17)
      expect(met).toContain('key 1')
      expect(met).toContain('key 19')
      expect(met).not.toContain('key 0')
    })

    it.each(['key a', undefined])(
      'are kept up to a number of one session and key (%s), so that no flood of one’s own hides a stranger',
      async (thumbprint) => {
        const own = (body: string) => sketch('a', { thumbprint, body })
        await stores().sketches.meet('prj_shop', sketch('stranger'), UNTIL, NOW)
        for (let i = 0; i < 2 * MOST_LOOKED_AT; i++) await stores().sketches.meet('prj_shop', own(`own ${i}`), UNTIL, NOW)
        expect(await owners(own('more'))).toEqual(['key stranger'])
        expect(await stores().prune(UNTIL)).toBe(MOST_OWN + 1)
      },
    )

    it('do not count against another key of their session', async () => {
      for (let i = 0; i < MOST_OWN; i++) await stores().sketches.meet('prj_shop', sketch('a', { body: `own ${i}` }), UNTIL, NOW)
      await stores().sketches.meet('prj_shop', sketch('b', { session: 'sess_a' }), UNTIL, NOW)
      expect(await owners(sketch('x'))).toContain('key b')
    })

    it('are looked for among so many of the latest, also where these have ended', async () => {
      await stores().sketches.meet('prj_shop', sketch('a'), UNTIL, NOW)
      const metAfter = async (name: string) => {
        await stores().sketches.meet('prj_shop', sketch(name), NOW + 1, NOW)
        return owners(sketch('x'), 'prj_shop', NOW + 1)
      }
      for (let i = 2; i < MOST_LOOKED_AT; i++) await metAfter(`${i}`)
      expect(await metAfter('last')).toEqual(['key a'])
      expect(await metAfter('one more')).toEqual([])
    })

    it('end, and make room for another project’s only where they have more than their share', async () => {
      await stores().sketches.meet('prj_shop', sketch('a'), UNTIL, NOW)
      expect(await owners(sketch('b'), 'prj_shop', UNTIL)).toEqual([])
      expect(await stores().prune(UNTIL)).toBe(1)
      await stores().sketches.meet('prj_blog', sketch('a'), UNTIL, NOW)
      for (let i = 0; i < 6; i++) await stores().sketches.meet('prj_shop', sketch(String(i)), UNTIL + 1 + i, NOW)
      expect(await stores().prune(NOW)).toBe(4)
      expect(await owners(sketch('x'))).toEqual(['key 4', 'key 5'])
      expect(await owners(sketch('x'), 'prj_blog')).toEqual(['key a'])
    })

    it('go with their session', async () => {
      await stores().sketches.meet('prj_shop', sketch('a'), UNTIL, NOW)
      await stores().sketches.meet('prj_shop', sketch('b'), UNTIL, NOW)
      expect(await others().erase('prj_shop', 'sess_a')).toBe(1)
      expect(await owners(sketch('x'))).toEqual(['key b'])
    })
  })
}
