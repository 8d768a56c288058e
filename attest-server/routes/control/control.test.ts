import { beforeEach, describe, expect, it } from 'vitest'
import { accountToken } from '../../testing/account-token.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'

let server: TestServer
let token: string
beforeEach(async () => {
  server = await createTestServer()
  token = await accountToken(server)
})

const call = (method: string, path: string, body?: unknown, key = token) =>
  server.app.request(path, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const own = (method: string, path: string, body?: unknown, key = token) => call(method, `/v1/projects/prj_test${path}`, body, key)
const read = async (response: Response | Promise<Response>) => {
  const { status } = await response
  return [status, await (await response).json()] as [number, Record<string, unknown>]
}
const isKnown = async (key: unknown) =>
  (await server.app.request('/v1/verdicts/AAAAA-AAAAA', { headers: { authorization: `Bearer ${String(key)}` } })).status !== 401

describe('who may configure', () => {
  it.each([
    ['GET', '/v1/account'],
    ['GET', '/user'],
    ['POST', '/v1/projects/prj_test/scoring'],
    ['POST', '/v1/projects/prj_test/scoring/rotate'],
    ['PUT', '/v1/projects/prj_test/scoring/settings'],
    ['GET', '/v1/projects/prj_test/rules'],
    ['POST', '/v1/projects/prj_test/rules'],
    ['DELETE', '/v1/projects/prj_test/rules/rule_1'],
    ['DELETE', '/v1/projects/prj_test/sessions/sess_1'],
    ['GET', '/v1/projects/prj_test/usage'],
  ])('%s %s is for tokens of accounts, and for no other key (BOT-05)', async (method, path) => {
    for (const key of ['', 'nonsense', server.secretKey, server.project.siteKey, 'x'.repeat(5000)]) {
      const [status, body] = await read(call(method, path, undefined, key))
      expect([status, body]).toEqual([
        401,
        { error: 'Unauthenticated', message: 'The key or token is missing, not known, or not meant for this.', code: 'UNAUTHENTICATED' },
      ])
    }
  })

  it('is the project’s own account: another’s is refused like one that never was', async () => {
    const stranger = await accountToken(server, 'free', 'Stranger')
    const answers = await Promise.all(
      ['prj_test', 'prj_none', '__proto__'].map((id) => read(call('GET', `/v1/projects/${id}/rules`, undefined, stranger))),
    )
    for (const answer of answers) expect(answer).toEqual([403, expect.objectContaining({ code: 'FORBIDDEN' })])
    expect(new Set(answers.map(([, body]) => body.message)).size).toBe(1)
  })

  it('is told about the account and its projects (BOT-76)', async () => {
    expect(await read(call('GET', '/v1/account'))).toEqual([
      200,
      { id: 'acc_Owner', name: 'Owner', plan: 'free', projects: [{ id: 'prj_test', name: 'Shop' }] },
    ])
    expect(await read(call('GET', '/user'))).toEqual([200, { id: 'acc_Owner', email: null, name: 'Owner' }])
  })

  it('keeps its words where no handler is asked', async () => {
    expect(await read(call('GET', '/v1/projects/prj_test/nothing'))).toMatchObject([404, { code: 'NOT_FOUND' }])
    expect(await read(own('PUT', '/rules', {}))).toMatchObject([405, { code: 'METHOD_NOT_ALLOWED' }])
    expect(await read(own('POST', '/rules', '{'))).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
    expect(await read(own('POST', '/rules', JSON.stringify('x'.repeat(20_000))))).toMatchObject([413, { code: 'PAYLOAD_TOO_LARGE' }])
  })
})

describe('scoring', () => {
  const defaults = {
    bot_settings: { allow_verified: true, protect_static: true, block_definite: false, challenge_likely: false },
    likely_bot_threshold: 30,
  }

  it('is enabled once: again, it gives the same site key and no private key (BOT-70)', async () => {
    const [status, first] = await read(own('POST', '/scoring'))
    expect([status, first]).toEqual([200, { site_key: server.project.siteKey, private_key: expect.stringMatching(/^sk_/), ...defaults }])
    expect(await read(own('POST', '/scoring'))).toEqual([200, { ...first, private_key: null }])
    expect([await isKnown(first.private_key), await isKnown(server.secretKey)]).toEqual([true, false])
  })

  it('gives one of many at once the private key', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, async () => (await read(own('POST', '/scoring')))[1].private_key))
    expect(answers.filter((key) => key !== null)).toHaveLength(1)
    expect(await isKnown(answers.find((key) => key !== null))).toBe(true)
  })

  it('cannot be rotated before it is enabled (BOT-71)', async () => {
    for (const type of ['site', 'private']) {
      expect(await read(own('POST', '/scoring/rotate', { type }))).toMatchObject([409, { code: 'CONFLICT' }])
    }
    expect(await isKnown(server.secretKey)).toBe(true)
  })

  it('has keys that die at once when they are rotated (BOT-71)', async () => {
    const first = (await read(own('POST', '/scoring')))[1]
    const [status, rotated] = await read(own('POST', '/scoring/rotate', { type: 'private' }))
    expect([status, rotated]).toEqual([200, { type: 'private', key: expect.stringMatching(/^sk_/) }])
    expect([await isKnown(first.private_key), await isKnown(rotated.key)]).toEqual([false, true])
    const site = (await read(own('POST', '/scoring/rotate', { type: 'site' })))[1]
    expect(site).toEqual({ type: 'site', key: expect.stringMatching(/^pk_[\w-]{22}$/) })
    const start = async (siteKey: unknown) => (await server.post('/v1/challenge', { siteKey })).status
    expect([await start(server.project.siteKey), await start(site.key)]).toEqual([401, 200])
  })

  it.each([{}, { type: 'both' }, { type: null }, [], null, 'site', { type: 'site', more: 1 }])('is not rotated by %j', async (body) => {
    await own('POST', '/scoring')
    expect(await read(own('POST', '/scoring/rotate', body))).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
  })

  it('takes some settings and answers with all of them (BOT-72)', async () => {
    const changed = { bot_settings: { ...defaults.bot_settings, block_definite: true }, likely_bot_threshold: 45 }
    expect(await read(own('PUT', '/scoring/settings', { block_definite: true, likely_bot_threshold: 45 }))).toEqual([200, changed])
    expect(await read(own('PUT', '/scoring/settings', {}))).toEqual([200, changed])
    expect(await read(own('GET', '/scoring/settings'))).toEqual([200, changed])
    expect((await server.stores.settings.of('prj_test')).rev).toBeGreaterThan(0)
  })

  it.each([
    { likely_bot_threshold: 0 },
    { likely_bot_threshold: 100 },
    { likely_bot_threshold: 30.5 },
    { likely_bot_threshold: '30' },
    { block_definite: 1 },
    { block_definit: true },
    { rev: 7 },
    { __proto__: null, scoringEnabledAt: 1 },
    null,
    [],
  ])('refuses %j as settings', async (body) => {
    expect(await read(own('PUT', '/scoring/settings', body))).toMatchObject([422, { code: 'INVALID_PAYLOAD', details: expect.any(Array) }])
    expect((await server.stores.settings.of('prj_test')).rev).toBe(0)
  })
})

describe('keys of the other APIs', () => {
  it.each([
    ['nobotspls', /^afk_[0-9a-f]{64}$/],
    ['detectip', /^sk_live_[0-9a-f]{64}$/],
    ['detection-lab', /^detlab_[0-9a-f]{64}$/],
    ['yeb', /^yeb_[0-9a-f]{64}$/],
  ])('are made for %s, shown once, listed without the secret, and worthless when they are revoked', async (kind, looks) => {
    const [status, made] = await read(own('POST', '/keys', { kind, name: 'Worker' }))
    expect([status, made]).toMatchObject([201, { kind, name: 'Worker', tier: 'free', revoked_at: null, key: expect.stringMatching(looks) }])
    expect(made.public_key).toBe(kind === 'detectip' ? 'pk_live_AAAAAAAAAAAAAAAAAAAAAA' : undefined)
    const { key, ...listed } = made
    expect(await (await own('GET', '/keys')).json()).toEqual([listed])
    const owner = () => server.apiKeys.owner(String(key), ['afk', 'live', 'detlab', 'yeb'])
    expect(await owner()).toMatchObject({ projectId: 'prj_test', tier: 'free' })
    expect((await own('DELETE', `/keys/${String(made.id)}`)).status).toBe(204)
    expect(await owner()).toBeUndefined()
    expect((await own('DELETE', `/keys/${String(made.id)}`)).status).toBe(404)
  })

  it('for detectip have a public half that pages may use as the site key', async () => {
    const { public_key } = (await read(own('POST', '/keys', { kind: 'detectip' })))[1]
    expect((await server.post('/v1/challenge', { siteKey: public_key })).status).toBe(200)
    expect((await server.post('/v1/challenge', { siteKey: 'pk_live_BBBBBBBBBBBBBBBBBBBBBB' })).status).toBe(401)
  })

  it('have the tier of the account’s plan', async () => {
    await server.stores.accounts.changePlan('acc_Owner', 'pro')
    expect((await read(own('POST', '/keys', { kind: 'yeb' })))[1]).toMatchObject({ tier: 'pro' })
  })

  it.each([{ kind: 'account' }, { kind: 'private' }, { kind: 'nobotspls', tier: 'pro' }, {}])('are not made of %j', async (body) => {
    expect(await read(own('POST', '/keys', body))).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
  })

  it('of another project cannot be revoked', async () => {
    const issued = await server.apiKeys.issue('prj_other', 'afk', '', 'free')
    if (!issued.ok) throw new Error(issued.error)
    expect((await own('DELETE', `/keys/${issued.value.key.id}`)).status).toBe(404)
    expect(await server.apiKeys.owner(issued.value.secret, ['afk'])).toBeDefined()
  })

  it('have their use of each window told', async () => {
    const made = (await read(own('POST', '/keys', { kind: 'nobotspls' })))[1]
    await server.stores.counters.take(`requests:${String(made.id)}`, 7, 10, 60, server.now())
    const [status, usage] = await read(own('GET', '/usage'))
    expect([status, usage.plan]).toEqual([200, 'free'])
    expect(usage.keys).toEqual([
      {
        id: made.id,
        kind: 'nobotspls',
        name: '',
        tier: 'free',
        windows: [
          expect.objectContaining({
            name: 'requests',
            seconds: 60,
            limit: 10,
            used: 7,
            remaining: 3,
            resets_at: expect.stringMatching(/Z$/),
          }),
          expect.objectContaining({ seconds: 86_400, limit: 500, used: 0, remaining: 500 }),
        ],
      },
    ])
  })
})

describe('deletion', () => {
  it('leaves nothing of a session, whether or not there was anything', async () => {
    await server.stores.liveSessions.put('prj_test', 'sess_1', '{}', 0, server.now())
    await server.stores.liveSessions.put('prj_other', 'sess_1', '{}', 0, server.now())
    for (const _ of [1, 2]) expect((await own('DELETE', '/sessions/sess_1')).status).toBe(204)
    expect(await server.stores.liveSessions.get('prj_test', 'sess_1')).toBeUndefined()
    expect(await server.stores.liveSessions.get('prj_other', 'sess_1')).toBeDefined()
  })

  it.each(['a'.repeat(129), '%00', '..%2f', "'%20OR%201"])('takes no session named %s', async (session) => {
    expect((await own('DELETE', `/sessions/${session}`)).status).toBe(422)
  })
})

describe('the limit', () => {
  it('is there for people and scripts: 600 a minute', async () => {
    for (let i = 0; i < 600; i++) await call('GET', '/user')
    const response = await call('GET', '/user')
    expect(response.status).toBe(429)
    expect(await response.json()).toMatchObject({ code: 'RATE_LIMITED', retry_after: expect.any(Number) })
  })
})
