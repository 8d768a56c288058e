import { describe, expect, it } from 'vitest'
import { keyboardOnly } from '../../../shared/features/testing/people.js'
import { scriptedAgent } from '../../core/behaviour/testing/agents.js'
import { postedOf } from '../../core/behaviour/testing/posted-of.js'
import { issueKey } from '../../testing/issue-key.js'
import { createTestServer, type TestServer, type TestServerOptions } from '../../testing/test-server.js'

type Body = Record<string, unknown>

async function client(options: TestServerOptions = {}, given?: TestServer) {
  const server = given ?? (await createTestServer(options))
  const key = { 'x-api-key': await issueKey(server, 'detlab', 'pro') }
  const answer = async (response: Response) => ({ status: response.status, body: (await response.json()) as Body })
  return {
    server,
    begin: async (body: unknown = {}) => answer(await server.post('/api/verify-bot/session', body, key)),
    add: async (id: unknown, events: readonly unknown[], headers: Record<string, string> = {}) =>
      answer(await server.post(`/api/verify-bot/session/${String(id)}/events`, { events }, { ...key, ...headers })),
    show: async (id: unknown) => answer(await server.app.request(`/api/verify-bot/session/${String(id)}`, { headers: key })),
  }
}

const later = (events: readonly Body[], by: number): Body[] =>
  events.map((one) => ({ ...one, timestamp_ms: (one.timestamp_ms as number) + by }))

/** A mouse with all digits of a double. */
const rounds = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ type: 'mousemove', isTrusted: true, timestamp_ms: 16.000_123_456_7 * i },
    ...{ x: 400 + 300 * Math.cos(i / 9 + i * i * 1e-5), y: 300 + 200 * Math.sin(i / 7) },
  }))

describe('a continuous session', () => {
  it('begins with nothing known', async () => {
    const { server, begin, show } = await client()
    const begun = await begin({ ttl_s: 600 })
    const at = (seconds: number) => new Date(seconds * 1000).toISOString()
    expect(begun).toEqual({
      status: 201,
      body: {
        session_id: expect.stringMatching(/^vbs_[\w-]{22}$/),
        verdict: 'UNCERTAIN',
        overall_score: null,
        event_count: 0,
        created_at: at(server.now()),
        expires_at: at(server.now() + 600),
      },
    })
    const shown = await show(begun.body.session_id)
    expect(shown.body).toMatchObject({ verdict: 'UNCERTAIN', overall_score: null, event_count: 0, body_score: null, bot_type: null })
  })

  it('begins without a body, too', async () => {
    const { server } = await client()
    const headers = { 'x-api-key': await issueKey(server, 'detlab') }
    expect((await server.app.request('/api/verify-bot/session', { method: 'POST', headers })).status).toBe(201)
  })

  it('is scored again with all its events, and says when the verdict changes', async () => {
    const { begin, add, show } = await client()
    const { session_id: id } = (await begin()).body
    const events = scriptedAgent()
    const first = await add(id, events.slice(0, 40))
    expect(first.body).toMatchObject({ verdict: 'UNCERTAIN', verdict_changed: false, previous_verdict: 'UNCERTAIN', event_count: 40 })
    const second = await add(id, events.slice(40))
    expect(second.body).toMatchObject({ verdict: 'BOT_VERIFIED', verdict_changed: true, previous_verdict: 'UNCERTAIN' })
    expect(second.body).toMatchObject({ session_id: id, event_count: events.length, trust_token: expect.any(String) })
    expect((await show(id)).body).toMatchObject({ verdict: 'BOT_VERIFIED', event_count: events.length })
  })

  it('comes to what one post of all would have come to', async () => {
    const { server, begin, add } = await client()
    const { session_id: id } = (await begin()).body
    const events = scriptedAgent()
    for (let i = 0; i < events.length; i += 25) await add(id, events.slice(i, i + 25))
    const { body } = await add(id, [{ type: 'page_leave', timestamp_ms: 99_999 }])
    const whole = [...events, { type: 'page_leave', timestamp_ms: 99_999 }]
    const key = { 'x-api-key': await issueKey(server, 'detlab') }
    const once = (await (await server.post('/api/verify-bot', { events: whole }, key)).json()) as Body
    expect([body.overall_score, body.signals]).toEqual([once.overall_score, once.signals])
  })

  it('holds more than one text of a store, and leaves none behind', async () => {
    const { server, begin, add, show } = await client()
    const { session_id: id } = (await begin()).body
    expect((await add(id, rounds(4000))).body.event_count).toBe(4000)
    const kept = () => server.stores.liveSessions.recent('prj_test/behaviour', 100)
    const count = (await kept()).length
    expect(count).toBeGreaterThan(5)
    expect((await kept()).every(({ state }) => state.length <= 16_384)).toBe(true)
    await add(id, later(rounds(50), 1e6))
    expect((await kept()).length).toBeLessThanOrEqual(count + 1)
    expect((await show(id)).body.event_count).toBe(4050)
  })

  it('stays apart from the sessions that rules are tried on', async () => {
    const { server, begin } = await client()
    await begin()
    expect(await server.stores.liveSessions.recent('prj_test', 10)).toEqual([])
  })

  it('loses no event of many posts at once', async () => {
    const { begin, add, show } = await client()
    const { session_id: id } = (await begin()).body
    const events = scriptedAgent()
    const posts = await Promise.all(Array.from({ length: 10 }, (_, i) => add(id, events.slice(i, i + 1))))
    expect(posts.map(({ status }) => status)).toEqual(new Array(10).fill(200))
    expect((await show(id)).body.event_count).toBe(10)
  })

  it('is another’s for nobody, and not found when it is over or never was', async () => {
    const { server, begin, add, show } = await client()
    const { session_id: id } = (await begin({ ttl_s: 60 })).body
    const missing = { status: 404, body: { error: 'session not found' } }
    const other = await issueKey(server, 'detlab', 'pro', 'prj_other')
    const stolen = await server.app.request(`/api/verify-bot/session/${String(id)}`, { headers: { 'x-api-key': other } })
    expect([stolen.status, await stolen.json()]).toEqual([404, missing.body])
    for (const name of ['vbs_AAAAAAAAAAAAAAAAAAAAAA', 'x', '%00', 'part_AAAAAAAAAAAAAAAAAAAAAA.0']) {
      expect(await add(name, scriptedAgent())).toEqual(missing)
      expect(await show(name)).toEqual(missing)
    }
    server.pass(60)
    expect(await add(id, scriptedAgent())).toEqual(missing)
    expect(await show(id)).toEqual(missing)
  })

  it('says nothing of somebody’s signals in an ephemeral request that met a person', async () => {
    const { begin, add } = await client()
    const { session_id: id } = (await begin()).body
    const { body } = await add(id, postedOf(keyboardOnly(4)), { 'x-ephemeral': 'true' })
    expect(body).toMatchObject({ verdict: 'HUMAN_DETECTED', verdict_changed: true })
    expect(body).not.toHaveProperty('signals')
  })

  it('needs a life and a webhook that may be', async () => {
    const { begin } = await client()
    const faults: [unknown, string][] = [
      [{ ttl_s: 59 }, 'invalid ttl_s'],
      [{ ttl_s: 86_401 }, 'invalid ttl_s'],
      [{ ttl_s: '60' }, 'invalid ttl_s'],
      [{ other: 1 }, 'invalid request'],
      [[], 'invalid request'],
      ...[
        'http://hooks.example/',
        'https://127.0.0.1/',
        'https://localhost/',
        'https://[::1]/',
        'https://a.internal/',
        'https://h.example:8443/',
        'ftp://h.example',
        'x',
      ].map((webhook_url): [unknown, string] => [{ webhook_url }, 'invalid webhook_url']),
    ]
    for (const [body, error] of faults) expect(await begin(body)).toEqual({ status: 400, body: { error } })
  })
})

describe('a webhook', () => {
  it('is told of each change once, by a message that nobody sends before it is kept', async () => {
    const { server, begin, add } = await client()
    const { session_id: id, webhook_secret } = (await begin({ webhook_url: 'https://hooks.shop.example/x' })).body
    expect(webhook_secret).toMatch(/^whsec_[\w-]{44}$/)
    const events = scriptedAgent()
    await add(id, events.slice(0, 40))
    const { body } = await add(id, events.slice(40))
    expect(await server.stores.outbox.claim(9, server.now(), server.now() + 60)).toEqual([])
    server.pass(2)
    const [message, ...others] = await server.stores.outbox.claim(9, server.now(), server.now() + 60)
    expect(others).toEqual([])
    expect(message).toMatchObject({ url: 'https://hooks.shop.example/x', projectId: 'prj_test', session: id })
    expect(JSON.parse(message!.body)).toEqual({
      type: 'verdict.changed',
      session_id: id,
      from: 'UNCERTAIN',
      to: 'BOT_VERIFIED',
      overall_score: body.overall_score,
      at: new Date((server.now() - 2) * 1000).toISOString(),
    })
  })

  it('is told of what many posts at once have changed, and of nothing that was not kept', async () => {
    const { server, begin, add } = await client()
    const { session_id: id } = (await begin({ webhook_url: 'https://hooks.shop.example/x' })).body
    const posts = await Promise.all([1, 2, 3].map((i) => add(id, later(scriptedAgent(), 1e5 * i))))
    const changes = posts.filter(({ body }) => body.verdict_changed).map(({ body }) => [body.previous_verdict, body.verdict])
    server.pass(2)
    const messages = await server.stores.outbox.claim(9, server.now(), server.now() + 60)
    const told = messages.map(({ body }) => JSON.parse(body) as Body).map(({ from, to }) => [from, to])
    expect(changes.length).toBeGreaterThan(0)
    expect(told.sort()).toEqual(changes.sort())
  })

  it('is not shown again', async () => {
    const { begin, show } = await client()
    const { session_id: id } = (await begin({ webhook_url: 'https://hooks.shop.example/x' })).body
    expect(JSON.stringify(await show(id))).not.toMatch(/whsec_|hooks/)
  })
})
