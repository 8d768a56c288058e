import { describe, expect, it } from 'vitest'
import { HOUR, MOST_KEY, MOST_KEYS, OTHER } from '../ports.js'
import { ROLLUP_RETENTION } from '../retention.js'
import { NOW, type OpenStores, withStores } from './support.js'

const START = Math.floor(NOW / HOUR) * HOUR

export function testRollups(open: OpenStores): void {
  describe('rollups', () => {
    const { stores, others } = withStores(open)
    const totals = (from = START, to = START + HOUR, of = stores()) => of.rollups.totals('prj_shop', ['action', 'kind', 'page'], from, to)

    it('count by project, hour, dimension and key', async () => {
      const { rollups } = stores()
      for (const at of [START, START + 1, START + HOUR - 1]) rollups.count('prj_shop', at, 'action', 'allow')
      rollups.count('prj_shop', START, 'action', 'block')
      rollups.count('prj_shop', START + HOUR, 'action', 'block')
      rollups.count('prj_shop', START, 'kind', 'block')
      rollups.count('prj_blog', START, 'action', 'allow')
      rollups.count('prj_shop', START, 'not asked for', 'allow')
      expect(await totals()).toEqual(
        expect.arrayContaining([
          { dimension: 'action', key: 'allow', count: 3 },
          { dimension: 'action', key: 'block', count: 1 },
          { dimension: 'kind', key: 'block', count: 1 },
        ]),
      )
      expect(await totals()).toHaveLength(3)
      expect(await totals(START, START + 2 * HOUR)).toContainEqual({ dimension: 'action', key: 'block', count: 2 })
      expect(await rollups.hours('prj_shop', 'action', START, START + 2 * HOUR)).toEqual(
        expect.arrayContaining([
          { hour: START, key: 'allow', count: 3 },
          { hour: START + HOUR, key: 'block', count: 1 },
        ]),
      )
    })

    it('add up what several processes count, once it is written', async () => {
      stores().rollups.count('prj_shop', START, 'action', 'allow')
      others().rollups.count('prj_shop', START, 'action', 'allow')
      await totals()
      expect(await totals(START, START + HOUR, others())).toEqual([{ dimension: 'action', key: 'allow', count: 2 }])
    })

    it('have so many keys in an hour and dimension, and count all others together', async () => {
      const { rollups } = stores()
      for (let i = 0; i < MOST_KEYS; i++) rollups.count('prj_shop', START, 'page', `known ${i}`)
      await totals()
      for (let i = 0; i < 20; i++) rollups.count('prj_shop', START, 'page', `late ${i}`)
      rollups.count('prj_shop', START, 'page', 'known 7')
      const found = await totals()
      expect(found).toHaveLength(MOST_KEYS + 1)
      expect(found).toContainEqual({ dimension: 'page', key: OTHER, count: 20 })
      expect(found).toContainEqual({ dimension: 'page', key: 'known 7', count: 2 })
      for (let i = 0; i < 3 * MOST_KEYS; i++) rollups.count('prj_shop', START + HOUR, 'page', `${i}`)
      expect(await totals(START + HOUR, START + 2 * HOUR)).toHaveLength(MOST_KEYS + 1)
    })

    it('cut long keys, and are dropped after thirty days', async () => {
      stores().rollups.count('prj_shop', START, 'page', 'x'.repeat(9999))
      expect((await totals())[0]!.key).toHaveLength(MOST_KEY)
      await stores().prune(START + ROLLUP_RETENTION - 1)
      expect(await totals()).toHaveLength(1)
      await stores().prune(START + ROLLUP_RETENTION)
      expect(await totals()).toEqual([])
    })
  })
}
