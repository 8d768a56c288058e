import { describe, expect, it } from 'vitest'
import { scriptedAgent } from '../../core/behaviour/testing/agents.js'
import { issueKey } from '../../testing/issue-key.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'

type Body = Record<string, unknown>

const open = () => createTestServer({ settings: { behaviour: { openSignup: true, trustIssuer: undefined, webhookLoopback: false } } })

async function signUp(server: TestServer, body: unknown, headers: Record<string, string> = {}) {
  const response = await server.post('/api/signup', body, headers)
  return { status: response.status, body: (await response.json()) as Body }
}

async function get(server: TestServer, path: string, key?: unknown) {
  const response = await server.app.request(path, key === undefined ? {} : { headers: { 'x-api-key': String(key) } })
  return { status: response.status, body: (await response.json()) as Body }
}

describe('POST /api/signup', () => {
  it('is closed unless the operator opens it', async () => {
    const server = await createTestServer()
    expect(await signUp(server, { email: 'ada@shop.example' })).toEqual({ status: 403, body: { error: 'signup is closed' } })
  })

  it('makes a key that works at once, and keeps neither it nor the address', async () => {
    const server = await open()
    const { status, body } = await signUp(server, { email: 'Ada@shop.example' })
    expect([status, body]).toEqual([
      200,
      { api_key: expect.stringMatching(/^detlab_[0-9a-f]{64}$/), tier: 'sandbox', credits: 100, rate_limit_per_minute: 10 },
    ])
    const scored = await server.post('/api/verify-bot', { events: scriptedAgent() }, { 'x-api-key': String(body.api_key) })
    expect(scored.status).toBe(200)
    expect(JSON.stringify(server.log)).not.toMatch(/shop\.example"|detlab_/)
  })

  it('gives an address that is known another key for one of its own alone', async () => {
    const server = await open()
    const { body } = await signUp(server, { email: 'ada@shop.example' })
    expect(await signUp(server, { email: 'ADA@shop.example' })).toEqual({ status: 409, body: { error: 'already signed up' } })
    const another = { 'x-api-key': await issueKey(server, 'detlab') }
    expect((await signUp(server, { email: 'ada@shop.example' }, another)).status).toBe(409)
    server.pass(60)
    const second = await signUp(server, { email: 'ada@shop.example' }, { 'x-api-key': String(body.api_key) })
    expect(second.status).toBe(200)
    expect(second.body.api_key).not.toBe(body.api_key)
  })

  it('refuses what is no address, and whoever makes too many', async () => {
    const server = await open()
    expect((await signUp(server, '')).body).toEqual({ error: 'no data' })
    expect((await signUp(server, { email: 'nobody' })).body).toEqual({ error: 'invalid email' })
    expect((await signUp(server, { email: `${'a'.repeat(300)}@shop.example` })).body).toEqual({ error: 'invalid email' })
    expect((await signUp(server, { email: 'b@shop.example' })).status).toBe(429)
  })
})

describe('GET /api/keys', () => {
  it('lists an address’s keys, masked, for whoever has one of them', async () => {
    const server = await open()
    const { body } = await signUp(server, { email: 'ada@shop.example' })
    await server.post('/api/score', { events: scriptedAgent() }, { 'x-api-key': String(body.api_key) })
    const { status, body: listed } = await get(server, '/api/keys?email=ada%40shop.example', body.api_key)
    expect([status, listed]).toEqual([
      200,
      {
        keys: [
          {
            api_key: expect.stringMatching(/^detlab_[0-9a-f]{2}…[0-9a-f]{4}$/),
            tier: 'sandbox',
            credits: 99,
            created_at: new Date(server.now() * 1000).toISOString(),
          },
        ],
      },
    ])
  })

  it('tells nobody else whether an address is known', async () => {
    const server = await open()
    await signUp(server, { email: 'ada@shop.example' })
    const key = (await signUp(server, { email: 'eve@shop.example' })).body.api_key
    const denied = { status: 401, body: { error: 'invalid api key' } }
    expect(await get(server, '/api/keys?email=ada%40shop.example', key)).toEqual(denied)
    expect(await get(server, '/api/keys?email=nobody%40shop.example', key)).toEqual(denied)
    expect(await get(server, '/api/keys?email=ada%40shop.example')).toEqual(denied)
    expect((await get(server, '/api/keys?email=x', key)).status).toBe(400)
  })
})

describe('GET /api/usage', () => {
  it('lists what a key was used for, newest first, and what is left', async () => {
    const server = await createTestServer()
    const key = await issueKey(server, 'detlab')
    const events = { events: scriptedAgent() }
    await server.post('/api/score', events, { 'x-api-key': key, 'x-request-id': 'first' })
    server.pass(1)
    await server.post('/api/verify-bot', events, { 'x-api-key': key, 'x-request-id': 'second' })
    const { body } = await get(server, '/api/usage', key)
    expect(body).toEqual({
      usage: [
        {
          timestamp: new Date(server.now() * 1000).toISOString(),
          endpoint: '/api/verify-bot',
          verdict: 'BOT_VERIFIED',
          request_id: 'second',
        },
        { timestamp: expect.any(String), endpoint: '/api/score', verdict: 'FAIL', request_id: 'first' },
      ],
      remaining: 99,
      remaining_verifications: 49,
    })
    expect((await get(server, '/api/usage', await issueKey(server, 'detlab'))).body.usage).toEqual([])
    expect(await get(server, '/api/usage')).toEqual({ status: 401, body: { error: 'invalid api key' } })
  })

  it('remembers the last fifty, however long their names', async () => {
    const server = await createTestServer()
    const key = await issueKey(server, 'detlab', 'pro')
    for (let i = 0; i < 60; i++) {
      const headers = { 'x-api-key': key, 'x-request-id': `${i}-${'r'.repeat(36)}` }
      await server.post('/api/score', { events: [{ type: 'hover' }] }, headers)
    }
    const usage = (await get(server, '/api/usage', key)).body.usage as { request_id: string }[]
    expect(usage.map(({ request_id }) => Number.parseInt(request_id, 10))).toEqual(Array.from({ length: 50 }, (_, i) => 59 - i))
  })
})

describe('POST /api/checkout', () => {
  it('says that nothing is sold', async () => {
    const server = await createTestServer()
    const response = await server.post('/api/checkout', { tier: 'pro' })
    expect([response.status, await response.json()]).toEqual([501, { error: 'billing not configured' }])
  })
})
