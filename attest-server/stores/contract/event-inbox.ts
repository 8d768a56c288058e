import { describe, expect, it } from 'vitest'
import { EVENT_OVERHEAD, type EventBatch } from '../ports.js'
import { DAY, fromBoth, NOW, type OpenStores, withStores } from './support.js'

const batch = (ids: readonly string[], changes: Partial<EventBatch> = {}): EventBatch => ({
  projectId: 'prj_shop',
  session: 'sess_1',
  freshSession: 'sess_fresh',
  idempotencyKey: undefined,
  events: ids.map((requestId) => ({ requestId, body: `{"of":"${requestId}"}` })),
  ...changes,
})

export function testEventInbox(open: OpenStores): void {
  describe('the event inbox', () => {
    const { stores, others } = withStores(open)
    const claimed = async (most: number, now: number, until: number) =>
      (await others().inbox.claim(most, now, until)).map(({ requestId }) => requestId)

    it('hands out what was appended, oldest first, until it is done', async () => {
      const receipt = { session: 'sess_1', accepted: 2, duplicates: 0 }
      expect(await stores().inbox.append(batch(['a', 'b']), NOW)).toEqual(receipt)
      await stores().inbox.append(batch(['c'], { session: 'sess_2' }), NOW + 1)
      const events = await others().inbox.claim(2, NOW + 2, NOW + 10)
      const first = { projectId: 'prj_shop', session: 'sess_1', receivedAt: NOW, attempts: 1 }
      expect(events).toEqual([
        { ...first, id: expect.any(Number) as number, requestId: 'a', body: '{"of":"a"}' },
        { ...first, id: expect.any(Number) as number, requestId: 'b', body: '{"of":"b"}' },
      ])
      await stores().inbox.done(events.map(({ id }) => id))
      expect(await claimed(9, NOW + 10, NOW + 20)).toEqual(['c'])
    })

    it('knows how much waits, of all projects, until it is done', async () => {
      expect(await stores().inbox.waiting()).toBe(0)
      await stores().inbox.append(batch(['a']), NOW)
      await stores().inbox.append(batch(['b'], { projectId: 'prj_blog' }), NOW)
      const weight = 2 * (EVENT_OVERHEAD + '{"of":"a"}'.length)
      expect(await others().inbox.waiting()).toBe(weight)
      const events = await stores().inbox.claim(2, NOW, NOW + 9)
      expect(await others().inbox.waiting()).toBe(weight)
      await stores().inbox.done(events.map(({ id }) => id))
      expect(await others().inbox.waiting()).toBe(0)
    })

    it('takes a request id once for a session, within a batch, in another, and when its event is done', async () => {
      expect(await stores().inbox.append(batch(['a', 'b', 'a']), NOW)).toMatchObject({ accepted: 2, duplicates: 1 })
      const [first] = await stores().inbox.claim(1, NOW, NOW + 9)
      await stores().inbox.done([first!.id])
      expect(await others().inbox.append(batch(['a', 'b', 'c']), NOW)).toMatchObject({ accepted: 1, duplicates: 2 })
      expect(await stores().inbox.append(batch(['a'], { session: 'sess_2' }), NOW)).toMatchObject({ accepted: 1 })
      expect(await stores().inbox.append(batch(['a'], { projectId: 'prj_blog' }), NOW)).toMatchObject({ accepted: 1 })
    })

    it('takes each event of a batch that comes many times at once exactly once', async () => {
      const receipts = await fromBoth([stores(), others()], 20, ({ inbox }) => inbox.append(batch(['a', 'b']), NOW))
      expect(receipts.filter((receipt) => receipt !== 'full' && receipt.accepted === 2)).toHaveLength(1)
      expect(await claimed(99, NOW, NOW + 9)).toEqual(['a', 'b'])
    })

    it('brings a first contact that comes again under its key to the same session', async () => {
      const contact = (freshSession: string, idempotencyKey: string | undefined, projectId = 'prj_shop') =>
        batch(['a'], { session: undefined, freshSession, idempotencyKey, projectId })
      const receipts = await fromBoth([stores(), others()], 10, ({ inbox }, i) => inbox.append(contact(`sess_${i}`, 'key'), NOW))
      const sessions = new Set(receipts.map((receipt) => receipt !== 'full' && receipt.session))
      expect(sessions.size).toBe(1)
      const [session] = sessions
      expect(await stores().inbox.append(contact('sess_new', 'key'), NOW + 60)).toEqual({ session, accepted: 0, duplicates: 1 })
      expect(await stores().inbox.append(contact('sess_new', 'other'), NOW)).toMatchObject({ session: 'sess_new', accepted: 1 })
      expect(await stores().inbox.append(contact('sess_blog', 'key', 'prj_blog'), NOW)).toMatchObject({ session: 'sess_blog' })
      expect(await stores().inbox.append(contact('sess_keyless', undefined), NOW)).toMatchObject({ session: 'sess_keyless' })
    })

    it('leases an event to one worker, and to another when the lease has run out', async () => {
      await stores().inbox.append(batch(Array.from({ length: 20 }, (_, i) => `${i}`)), NOW)
      const leases = await fromBoth([stores(), others()], 10, ({ inbox }) => inbox.claim(3, NOW, NOW + 30))
      expect(new Set(leases.flat().map(({ id }) => id)).size).toBe(20)
      expect(leases.flat()).toHaveLength(20)
      expect(await stores().inbox.claim(9, NOW + 29, NOW + 60)).toEqual([])
      const again = await stores().inbox.claim(99, NOW + 30, NOW + 60)
      expect(again.map(({ requestId, attempts }) => [requestId, attempts])).toEqual(Array.from({ length: 20 }, (_, i) => [`${i}`, 2]))
    })

    it('takes nothing of a batch for which there is no room, and loses nothing that waits', async () => {
      const large = { events: [{ requestId: 'large', body: 'x'.repeat(39_500) }] }
      expect(await stores().inbox.append(batch(['a']), NOW)).toMatchObject({ accepted: 1 })
      expect(await stores().inbox.append(batch([], large), NOW)).toMatchObject({ accepted: 1 })
      const refused = batch(['b', 'c'], { session: undefined, idempotencyKey: 'key' })
      expect(await others().inbox.append(refused, NOW)).toBe('full')
      expect(await stores().prune(NOW + 2 * DAY)).toBe(2)
      const events = await stores().inbox.claim(9, NOW, NOW + 9)
      expect(events.map(({ requestId }) => requestId)).toEqual(['a', 'large'])
      await stores().inbox.done(events.map(({ id }) => id))
      expect(await others().inbox.append({ ...refused, freshSession: 'sess_later' }, NOW)).toMatchObject({
        session: 'sess_later',
        accepted: 2,
      })
    })

    it('gives each project a quarter of what the others leave: whoever fills it is refused, and nobody else', async () => {
      const large = (projectId: string, bytes: number) =>
        stores().inbox.append(batch([], { projectId, events: [{ requestId: `${bytes}`, body: 'x'.repeat(bytes - 200) }] }), NOW)
      expect(await large('prj_shop', 40_001)).toBe('full')
      expect(await large('prj_shop', 40_000)).toMatchObject({ accepted: 1 })
      expect(await large('prj_shop', 201)).toBe('full')
      expect(await large('prj_blog', 30_001), 'a quarter of 120,000').toBe('full')
      expect(await large('prj_blog', 30_000)).toMatchObject({ accepted: 1 })
      for (let i = 0; i < 20; i++) expect(await large(`prj_${i}`, 300), `${i}`).toMatchObject({ accepted: 1 })
      expect(await stores().inbox.claim(99, NOW, NOW + 9)).toHaveLength(22)
    })

    it('hands out an equal share of each project, so that whoever sends little waits for nobody who sends much', async () => {
      const ids = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`)
      await stores().inbox.append(batch(ids('shop', 60)), NOW)
      await stores().inbox.append(batch(ids('blog', 2), { projectId: 'prj_blog' }), NOW + 1)
      await stores().inbox.append(batch(ids('news', 60), { projectId: 'prj_news' }), NOW + 2)
      expect(await claimed(20, NOW + 3, NOW + 9)).toEqual([...ids('shop', 9), ...ids('blog', 2), ...ids('news', 9)])
    })

    it('gives those their turn next who had none', async () => {
      const names = ['prj_a', 'prj_b', 'prj_c', 'prj_d', 'prj_e']
      for (const projectId of names) await stores().inbox.append(batch([`${projectId}-1`, `${projectId}-2`], { projectId }), NOW)
      const turns = []
      for (let i = 0; i < 5; i++) turns.push((await stores().inbox.claim(2, NOW, NOW + 9)).map(({ projectId }) => projectId).sort())
      expect(turns).toEqual([
        ['prj_a', 'prj_b'],
        ['prj_c', 'prj_d'],
        ['prj_a', 'prj_e'],
        ['prj_b', 'prj_c'],
        ['prj_d', 'prj_e'],
      ])
    })

    it('forgets the ids of whoever has the most of them, where they become too many', async () => {
      const many = (projectId: string, count: number, now: number) =>
        stores().inbox.append(
          batch([], { projectId, events: Array.from({ length: count }, (_, i) => ({ requestId: `${i}`, body: '' })) }),
          now,
        )
      await many('prj_blog', 10, NOW)
      for (let i = 0; i < 4; i++) await stores().inbox.append(batch([`${i}`], { session: undefined, idempotencyKey: `${i}` }), NOW)
      await many('prj_shop', 180, NOW + 1)
      expect(await stores().prune(NOW + 2)).toBe(44)
      expect(await many('prj_blog', 10, NOW + 3)).toMatchObject({ duplicates: 10 })
    })

    it('forgets request ids and keys after a day, and the oldest beyond its limit', async () => {
      await stores().inbox.append(batch(['a'], { session: undefined, idempotencyKey: 'key' }), NOW)
      const many = Array.from({ length: 151 }, (_, i) => ({ requestId: `${i}`, body: '' }))
      await stores().inbox.append(batch([], { events: many }), NOW + 1)
      expect(await stores().prune(NOW + 1)).toBe(2)
      expect(await stores().prune(NOW + DAY)).toBe(1)
      expect(
        await stores().inbox.append(batch(['a'], { session: undefined, idempotencyKey: 'key', freshSession: 'sess_2' }), NOW + DAY),
      ).toEqual({ session: 'sess_2', accepted: 1, duplicates: 0 })
    })
  })
}
