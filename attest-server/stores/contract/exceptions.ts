import { describe, expect, it } from 'vitest'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

const one = (reference: string, until: number, subject = `session:${reference}`) => ({ reference, subject, until })

export function testExceptions(open: OpenStores): void {
  describe('exceptions', () => {
    const { stores, others } = withStores(open)

    it('hold for their project until they are over or removed', async () => {
      const [first, second] = [one('AAAAA-AAAAA', NOW + 60), one('BBBBB-BBBBB', NOW + 30)]
      await stores().exceptions.add('prj_shop', first)
      await stores().exceptions.add('prj_shop', second)
      const find = (projectId: string, now: number) => others().exceptions.find(projectId, ['device:x', first.subject], now)
      expect(await find('prj_shop', NOW + 59)).toEqual(first)
      expect(await find('prj_shop', NOW + 60)).toBeUndefined()
      expect(await find('prj_blog', NOW)).toBeUndefined()
      expect(await others().exceptions.find('prj_shop', [], NOW)).toBeUndefined()
      expect(await others().exceptions.list('prj_shop', NOW)).toEqual([second, first])
      expect(await others().exceptions.list('prj_shop', NOW + 30)).toEqual([first])
      expect(await stores().exceptions.remove('prj_shop', 'AAAAA-AAAAA')).toBe(true)
      expect(await stores().exceptions.remove('prj_shop', 'AAAAA-AAAAA')).toBe(false)
      expect(await stores().prune(NOW + 30)).toBe(1)
    })

    it('of one visitor hold until the last of them ends', async () => {
      const [short, long] = [one('AAAAA-AAAAA', NOW + 30, 'device:x'), one('BBBBB-BBBBB', NOW + 60, 'session:y')]
      for (const exception of [long, short]) await stores().exceptions.add('prj_shop', exception)
      expect(await others().exceptions.find('prj_shop', ['device:x', 'session:y'], NOW)).toEqual(long)
      expect(await others().exceptions.find('prj_shop', ['device:x'], NOW)).toEqual(short)
    })

    it('stay their visitor’s where another’s code is the same, in this project or in another', async () => {
      const mine = one('AAAAA-AAAAA', NOW + 60, 'device:x')
      expect(await stores().exceptions.add('prj_shop', mine)).toBe(true)
      expect(await others().exceptions.add('prj_shop', { ...mine, subject: 'device:y' })).toBe(false)
      expect(await others().exceptions.add('prj_blog', { ...mine, subject: 'device:y' })).toBe(true)
      expect(await others().exceptions.remove('prj_blog', 'AAAAA-AAAAA')).toBe(true)
      expect(await stores().exceptions.find('prj_shop', ['device:x', 'device:y'], NOW)).toEqual(mine)
    })

    it('are as many as a project may have; one can be prolonged nevertheless', async () => {
      const added = await fromBoth([stores(), others()], 10, ({ exceptions }, i) => exceptions.add('prj_shop', one(`${i}`, NOW + 60)))
      expect(added.filter((isAdded) => isAdded)).toHaveLength(3)
      const first = `${added.indexOf(true)}`
      expect(await others().exceptions.add('prj_shop', one(first, NOW + 90))).toBe(true)
      expect(await stores().exceptions.find('prj_shop', [`session:${first}`], NOW)).toEqual(one(first, NOW + 90))
      expect(await others().exceptions.add('prj_blog', one('a', NOW + 60))).toBe(true)
    })
  })
}
