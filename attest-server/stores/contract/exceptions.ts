import { describe, expect, it } from 'vitest'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

export function testExceptions(open: OpenStores): void {
  describe('exceptions', () => {
    const { stores, others } = withStores(open)

    it('hold for their project until they are over or removed', async () => {
      await stores().exceptions.add('prj_shop', 'AAAAA-AAAAA', NOW + 60)
      await stores().exceptions.add('prj_shop', 'BBBBB-BBBBB', NOW + 30)
      const first = { reference: 'AAAAA-AAAAA', until: NOW + 60 }
      expect(await others().exceptions.find('prj_shop', 'AAAAA-AAAAA', NOW + 59)).toEqual(first)
      expect(await others().exceptions.find('prj_shop', 'AAAAA-AAAAA', NOW + 60)).toBeUndefined()
      expect(await others().exceptions.find('prj_blog', 'AAAAA-AAAAA', NOW)).toBeUndefined()
      expect(await others().exceptions.list('prj_shop', NOW)).toEqual([{ reference: 'BBBBB-BBBBB', until: NOW + 30 }, first])
      expect(await others().exceptions.list('prj_shop', NOW + 30)).toEqual([first])
      expect(await stores().exceptions.remove('prj_shop', 'AAAAA-AAAAA')).toBe(true)
      expect(await stores().exceptions.remove('prj_shop', 'AAAAA-AAAAA')).toBe(false)
      expect(await stores().prune(NOW + 30)).toBe(1)
    })

    it('are as many as a project may have; one can be prolonged nevertheless', async () => {
      const added = await fromBoth([stores(), others()], 10, ({ exceptions }, i) => exceptions.add('prj_shop', `${i}`, NOW + 60))
      expect(added.filter((isAdded) => isAdded)).toHaveLength(3)
      const one = `${added.indexOf(true)}`
      expect(await others().exceptions.add('prj_shop', one, NOW + 90)).toBe(true)
      expect((await stores().exceptions.find('prj_shop', one, NOW))?.until).toBe(NOW + 90)
      expect(await others().exceptions.add('prj_blog', 'a', NOW + 60)).toBe(true)
    })
  })
}
