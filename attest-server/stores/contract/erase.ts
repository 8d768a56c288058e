import { describe, expect, it } from 'vitest'
import type { Stores } from '../ports.js'
import { DAY, NOW, type OpenStores, verdict, withStores } from './support.js'

/** A session with something in every port that knows sessions. */
async function visit(stores: Stores, projectId: string, session: string): Promise<void> {
  const name = `${projectId} ${session}`
  await stores.sessions.advance(projectId, session, { thumbprint: undefined, answer: 0 }, NOW)
  await stores.liveSessions.put(projectId, session, '{}', 0, NOW)
  await stores.verdicts.record({ ...verdict, projectId, session, jti: `jti ${name}`, reference: `ref ${name}` }, NOW + DAY)
  const events = [{ requestId: `req ${name}`, body: '{}' }]
  await stores.inbox.append({ projectId, session: undefined, freshSession: session, idempotencyKey: session, events }, NOW)
  for (const subject of [session, `jti ${name}`, `req ${name}`]) await stores.labels.label(projectId, subject, 'bot', NOW)
  const message = { id: name, projectId, session, url: 'https://shop.example', body: '{}', createdAt: NOW }
  await stores.outbox.add(message)
  await stores.exceptions.add(projectId, { reference: `ref ${name}`, subject: name, until: NOW + DAY })
}

/** What is left of it, port by port. */
async function leftOf(stores: Stores, projectId: string, session: string) {
  const name = `${projectId} ${session}`
  return {
    recent: (await stores.sessions.advance(projectId, session, { thumbprint: undefined, answer: 0 }, NOW)).recent - 1,
    live: (await stores.liveSessions.get(projectId, session)) !== undefined,
    verdict: (await stores.verdicts.find(projectId, `jti ${name}`)) !== undefined,
    labels: (await stores.labels.list(projectId, 99)).filter(({ subject }) => [session, `jti ${name}`, `req ${name}`].includes(subject))
      .length,
    exception: (await stores.exceptions.find(projectId, [name], NOW)) !== undefined,
  }
}

export function testErase(open: OpenStores): void {
  describe('erasing a session', () => {
    const { stores, others } = withStores(open)

    it('leaves nothing of it, and all of the others', async () => {
      await visit(stores(), 'prj_shop', 'sess_1')
      await visit(stores(), 'prj_shop', 'sess_2')
      await visit(stores(), 'prj_blog', 'sess_1')
      expect(await others().erase('prj_shop', 'sess_1')).toBe(11)
      const whole = { recent: 1, live: true, verdict: true, labels: 3, exception: true }
      expect(await leftOf(stores(), 'prj_shop', 'sess_2')).toEqual(whole)
      expect(await leftOf(stores(), 'prj_blog', 'sess_1')).toEqual(whole)
      expect(await leftOf(stores(), 'prj_shop', 'sess_1')).toEqual({ recent: 0, live: false, verdict: false, labels: 0, exception: false })
      const waiting = [...(await stores().inbox.claim(9, NOW, NOW)), ...(await stores().outbox.claim(9, NOW, NOW))]
      const whose = waiting.map(({ projectId, session }) => `${projectId} ${session}`)
      expect(whose.sort()).toEqual(['prj_blog sess_1', 'prj_blog sess_1', 'prj_shop sess_2', 'prj_shop sess_2'])
    })

    it('touches nothing of a session whose requests or code have the same name', async () => {
      const append = (session: string, requestId: string) =>
        stores().inbox.append(
          { projectId: 'prj_shop', session, freshSession: session, idempotencyKey: undefined, events: [{ requestId, body: '{}' }] },
          NOW,
        )
      const [theirs, code] = ['jti prj_shop sess_2', 'ref prj_shop sess_2']
      await visit(stores(), 'prj_shop', 'sess_2')
      for (const name of ['r1', 'r2', theirs, code, 'sess_2']) await append('sess_1', name)
      await append('sess_2', 'r1')
      for (const name of ['r1', 'r2']) await stores().labels.label('prj_shop', name, 'bot', NOW)
      await stores().exceptions.add('prj_shop', { reference: 'AAAAA-AAAAA', subject: 'session:sess_2', until: NOW + DAY })
      await stores().verdicts.record(
        { ...verdict, projectId: 'prj_shop', session: 'sess_1', jti: 'j', reference: 'AAAAA-AAAAA' },
        NOW + DAY,
      )
      await others().erase('prj_shop', 'sess_1')
      expect(await leftOf(stores(), 'prj_shop', 'sess_2')).toEqual({ recent: 1, live: true, verdict: true, labels: 3, exception: true })
      const subjects = (await stores().labels.list('prj_shop', 99)).map(({ subject }) => subject)
      expect([subjects.includes('r1'), subjects.includes('r2')]).toEqual([true, false])
      expect(await stores().exceptions.find('prj_shop', ['session:sess_2'], NOW)).toBeDefined()
    })

    it('finds nothing to erase of a stranger', async () => {
      expect(await stores().erase('prj_shop', 'sess_1')).toBe(0)
    })
  })
}
