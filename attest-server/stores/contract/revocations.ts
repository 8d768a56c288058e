import { describe, expect, it } from 'vitest'
import { NO_PROJECT, REVOKING_PROJECTS } from '../ports.js'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

/** Those of `LIMITS`. */
const MOST = 3

export function testRevocations(open: OpenStores): void {
  describe('revocations', () => {
    const { stores, others } = withStores(open)
    const add = (projectId: string, digest: string, until = NOW + 60, now = NOW) => stores().revocations.add(projectId, digest, until, now)

    it('of all projects hold until they are over, for other processes, too', async () => {
      await add('prj_shop', 'bb', NOW + 30)
      await add('prj_blog', 'aa', NOW + 60)
      expect(await others().revocations.list(NOW)).toEqual(['aa', 'bb'])
      expect(await others().revocations.list(NOW + 30)).toEqual(['aa'])
      expect(await others().revocations.list(NOW + 60)).toEqual([])
      expect(await stores().prune(NOW + 60)).toBe(2)
    })

    it('that are there already last until the later end', async () => {
      await add('prj_shop', 'aa', NOW + 60)
      expect(await add('prj_shop', 'aa', NOW + 30)).toBe(true)
      expect(await others().revocations.list(NOW + 59)).toEqual(['aa'])
      expect(await add('prj_shop', 'aa', NOW + 90)).toBe(true)
      expect(await others().revocations.list(NOW + 89)).toEqual(['aa'])
    })

    it('are as many as a project may have: none that holds makes room, one that is over does', async () => {
      const added = await fromBoth([stores(), others()], 10, ({ revocations }, i) => revocations.add('prj_shop', `${i}`, NOW + 60 + i, NOW))
      expect(added.filter((isAdded) => isAdded)).toHaveLength(MOST)
      const first = added.indexOf(true)
      expect(await others().revocations.add('prj_shop', `${first}`, NOW + 90, NOW), 'it is there already').toBe(true)
      expect(await add('prj_blog', 'x')).toBe(true)
      expect(await add('prj_shop', 'y', NOW + 190, NOW + 90)).toBe(true)
    })

    it('leave room for others where they may have a share of it alone', async () => {
      const addShare = (digest: string) => stores().revocations.add('prj_shop', digest, NOW + 60, NOW, 0.5)
      expect([await addShare('a'), await addShare('b'), await addShare('c')]).toEqual([true, true, false])
      expect(await addShare('b'), 'it is there already').toBe(true)
      expect([await add('prj_shop', 'd'), await add('prj_shop', 'e')]).toEqual([true, false])
    })

    it('are as many as all projects together may have, and those of signing keys beside them', async () => {
      for (let i = 0; i < REVOKING_PROJECTS * MOST; i++) expect(await add(`prj_${i}`, `${i}`)).toBe(true)
      expect(await add('prj_one-more', 'x')).toBe(false)
      for (let i = 0; i < MOST; i++) expect(await add(NO_PROJECT, `key ${i}`)).toBe(true)
      expect(await add(NO_PROJECT, 'one more')).toBe(false)
    })
  })
}
