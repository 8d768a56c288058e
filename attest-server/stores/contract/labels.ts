import { describe, expect, it } from 'vitest'
import { DAY, NOW, type OpenStores, withStores } from './support.js'

export function testLabels(open: OpenStores): void {
  describe('labels', () => {
    const { stores, others } = withStores(open)

    it('are listed newest first, for their own project', async () => {
      await stores().labels.label('prj_shop', 'a', 'bot', NOW)
      await stores().labels.label('prj_shop', 'b', 'converted', NOW + 1)
      await stores().labels.label('prj_blog', 'c', 'person', NOW + 2)
      expect(await others().labels.list('prj_shop', 9)).toEqual([
        { subject: 'b', label: 'converted', at: NOW + 1 },
        { subject: 'a', label: 'bot', at: NOW },
      ])
      expect(await others().labels.list('prj_shop', 1)).toHaveLength(1)
    })

    it('take the place of an earlier answer to the same question, and of no other', async () => {
      await stores().labels.label('prj_shop', 'a', 'bot', NOW)
      await stores().labels.label('prj_shop', 'a', 'not-converted', NOW + 1)
      await others().labels.label('prj_shop', 'a', 'person', NOW + 2)
      const labels = (await stores().labels.list('prj_shop', 9)).map(({ label }) => label)
      expect(labels).toEqual(['person', 'not-converted'])
    })

    it('make room for another project’s only where they have more than their share', async () => {
      for (const [projectId, count] of [
        ['prj_blog', 2],
        ['prj_shop', 9],
      ] as const)
        for (let i = 0; i < count; i++) await stores().labels.label(projectId, `${i}`, 'bot', NOW + i)
      expect(await stores().prune(NOW + 9)).toBe(7)
      const subjectsOf = async (projectId: string) => (await others().labels.list(projectId, 9)).map(({ subject }) => subject)
      expect([await subjectsOf('prj_blog'), await subjectsOf('prj_shop')]).toEqual([
        ['1', '0'],
        ['8', '7'],
      ])
    })

    it('are forgotten after 90 days, and the oldest beyond their limit', async () => {
      for (let i = 0; i < 5; i++) await stores().labels.label('prj_shop', `${i}`, 'bot', NOW + i)
      expect(await stores().prune(NOW + 9)).toBe(1)
      expect((await stores().labels.list('prj_shop', 9)).map(({ subject }) => subject)).toEqual(['4', '3', '2', '1'])
      expect(await stores().prune(NOW + 90 * DAY + 2)).toBe(2)
    })
  })
}
