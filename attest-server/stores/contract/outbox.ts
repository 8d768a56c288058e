import { describe, expect, it } from 'vitest'
import type { OutboxMessage } from '../ports.js'
import { DAY, fromBoth, NOW, type OpenStores, withStores } from './support.js'

const message = (id: string, changes: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id: `msg_${id}`,
  projectId: 'prj_shop',
  session: 'sess_1',
  url: 'https://shop.example/hook',
  body: '{"type":"verdict.changed"}',
  createdAt: NOW,
  ...changes,
})

export function testOutbox(open: OpenStores): void {
  describe('the outbox', () => {
    const { stores, others } = withStores(open)
    const claimed = async (now: number, until: number) => (await others().outbox.claim(9, now, until)).map(({ id }) => id)

    it('hands out what is due until it is done, each to one worker', async () => {
      const { session: _, ...impersonal } = message('b')
      await stores().outbox.add(message('a'))
      await stores().outbox.add(impersonal)
      const leases = await fromBoth([stores(), others()], 10, ({ outbox }) => outbox.claim(1, NOW, NOW + 30))
      expect(leases.flat().sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        { ...message('a'), attempts: 1 },
        { ...impersonal, attempts: 1 },
      ])
      await stores().outbox.done('msg_a')
      expect(await claimed(NOW + 29, NOW + 60)).toEqual([])
      expect(await claimed(NOW + 30, NOW + 60)).toEqual(['msg_b'])
    })

    it('hands out what failed when it is to be tried again, what waits longest first', async () => {
      for (const id of ['a', 'b']) await stores().outbox.add(message(id))
      await stores().outbox.claim(9, NOW, NOW + 30)
      await stores().outbox.fail('msg_a', NOW + 100)
      await stores().outbox.fail('msg_b', NOW + 90)
      expect(await claimed(NOW + 89, NOW + 200)).toEqual([])
      expect(await stores().outbox.claim(1, NOW + 100, NOW + 200)).toMatchObject([{ id: 'msg_b', attempts: 2 }])
      expect(await claimed(NOW + 100, NOW + 200)).toEqual(['msg_a'])
    })

    it('hands out of each project in turns, and of none more than there is room for', async () => {
      for (const id of ['a', 'b', 'c']) await stores().outbox.add(message(id))
      await stores().outbox.add(message('blog', { projectId: 'prj_blog', createdAt: NOW + 5 }))
      const first = await stores().outbox.claim(2, NOW + 5, NOW + 60)
      expect(first.map(({ id }) => id).sort()).toEqual(['msg_a', 'msg_blog'])
      expect(await others().outbox.claim(9, NOW + 5, NOW + 60, () => 0)).toEqual([])
      expect(await others().outbox.claim(9, NOW + 5, NOW + 60, (projectId) => (projectId === 'prj_shop' ? 1 : 9))).toMatchObject([
        { id: 'msg_b', attempts: 1 },
      ])
      expect(await claimed(NOW + 5, NOW + 60)).toEqual(['msg_c'])
    })

    it('keeps so many messages of a project, and none that is too large', async () => {
      const added = await fromBoth([stores(), others()], 10, ({ outbox }, i) => outbox.add(message(`${i}`)))
      expect(added.filter((isAdded) => isAdded)).toHaveLength(3)
      expect(await stores().outbox.add(message('blog', { projectId: 'prj_blog' }))).toBe(true)
      expect(await stores().outbox.add(message('large', { projectId: 'prj_new', body: 'x'.repeat(8_193) }))).toBe(false)
    })

    it('keeps so many messages of all projects together', async () => {
      const added = await fromBoth([stores(), others()], 303, ({ outbox }, i) =>
        outbox.add(message(`${i}`, { projectId: `prj_${i % 101}` })),
      )
      expect(added.filter((isAdded) => isAdded)).toHaveLength(300)
      const ended = `msg_${added.indexOf(true)}`
      await stores().outbox.done(ended, 'delivered', NOW)
      expect(await stores().outbox.add(message('more', { projectId: 'prj_more' }))).toBe(true)
      const endedOf = `prj_${added.indexOf(true) % 101}`
      expect(await others().outbox.replay(endedOf, ended, NOW), 'one that is sent again counts, too').toBe(false)
      await stores().outbox.done('msg_more')
      expect(await others().outbox.add(message('next', { projectId: 'prj_next' }))).toBe(true)
    })

    it('drops what nobody took for three days', async () => {
      await stores().outbox.add(message('a'))
      expect(await stores().prune(NOW + 3 * DAY - 1)).toBe(0)
      expect(await stores().prune(NOW + 3 * DAY)).toBe(1)
    })

    it('remember what came of messages, and send one again', async () => {
      const { outbox } = stores()
      const mine = { id: 'msg_log', projectId: 'prj_log', session: 'sess_1', url: 'https://shop.example', body: '{}', createdAt: NOW }
      await outbox.add(mine)
      expect(await outbox.list('prj_log', 9)).toMatchObject([{ id: 'msg_log', outcome: undefined, triedAt: undefined, nextAt: NOW }])
      await outbox.claim(1, NOW, NOW + 60)
      await outbox.fail('msg_log', NOW + 10, 'status 500', NOW + 1)
      expect(await outbox.list('prj_log', 9)).toMatchObject([{ attempts: 1, outcome: 'status 500', triedAt: NOW + 1, nextAt: NOW + 10 }])
      expect(await others().outbox.find('prj_log', 'msg_log')).toEqual((await outbox.list('prj_log', 9))[0])
      expect(await outbox.find('prj_shop', 'msg_log')).toBeUndefined()
      expect(await outbox.replay('prj_log', 'msg_log', NOW)).toBe(false)
      await outbox.done('msg_log', 'delivered', NOW + 11)
      expect(await others().outbox.list('prj_log', 9)).toMatchObject([
        { ...mine, outcome: 'delivered', triedAt: NOW + 11, nextAt: undefined },
      ])
      expect(await others().outbox.find('prj_log', 'msg_log')).toEqual((await outbox.list('prj_log', 9))[0])
      expect(await outbox.find('prj_shop', 'msg_log')).toBeUndefined()
      expect(await others().outbox.list('prj_shop', 9)).toEqual([])
      expect(await others().outbox.replay('prj_shop', 'msg_log', NOW)).toBe(false)
      expect(await others().outbox.replay('prj_log', 'msg_log', NOW + 20)).toBe(true)
      expect(await outbox.claim(9, NOW + 20, NOW + 60)).toMatchObject([{ id: 'msg_log', attempts: 1, body: '{}' }])
      await outbox.done('msg_log', 'delivered', NOW + 21)
      await stores().erase('prj_log', 'sess_1')
      expect(await outbox.list('prj_log', 9)).toEqual([])
    })
  })
}
