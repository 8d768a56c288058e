import { describe, expect, it } from 'vitest'
import { keyboardOnly } from '../../../shared/features/testing/people.js'
import { scriptedAgent } from '../../core/behaviour/testing/agents.js'
import { postedOf } from '../../core/behaviour/testing/posted-of.js'
import { issueKey } from '../../testing/issue-key.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { limits } from '../http/limit/limits.js'

const agent = { events: scriptedAgent() }
const person = { events: postedOf(keyboardOnly(4)) }

async function post(server: TestServer, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await server.post(path, body, headers)
  return { response, status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('POST /api/score', () => {
  it('answers in Detection Lab’s shape, without a key for a demonstration', async () => {
    const server = await createTestServer()
    const { status, body, response } = await post(server, '/api/score', person, { 'x-request-id': 'my-request' })
    expect([status, response.headers.get('x-request-id'), body.request_id]).toEqual([200, 'my-request', 'my-request'])
    expect(body).toMatchObject({ verdict: 'PASS', intent: 'human', event_count: person.events.length })
    expect(Object.keys(body.signals as object)).toHaveLength(22)
    expect((await post(server, '/api/score', agent)).body).toMatchObject({ verdict: 'FAIL', intent: 'framework_automation' })
  })

  it('gives a request a name of its own where it has none', async () => {
    const server = await createTestServer()
    const { response, body } = await post(server, '/api/score', agent)
    expect(response.headers.get('x-request-id')).toBe(body.request_id)
    expect(body.request_id).toMatch(/^[\w-]{22}$/)
  })

  it('leaves out what it is made of where an ephemeral request passes, and only there', async () => {
    const server = await createTestServer()
    const ephemeral = { 'x-ephemeral': 'true' }
    expect((await post(server, '/api/score', person, ephemeral)).body).not.toHaveProperty('signals')
    expect((await post(server, '/api/score', agent, ephemeral)).body).toHaveProperty('signals')
    expect((await post(server, '/api/score', person, { 'x-ephemeral': 'false' })).body).toHaveProperty('signals')
  })

  it('takes what the vendor’s quickstart leaves out for missing, and not for wrong', async () => {
    const server = await createTestServer()
    const events = [{ type: 'mousemove', x: 1, y: 2 }, { type: 'scroll', delta_y: 100 }, { type: 'click' }, { type: 'keydown', key: 'a' }]
    const { status, body } = await post(server, '/api/score', { events })
    expect([status, body.event_count]).toEqual([200, 4])
    expect(body.signals).toMatchObject({ scroll_cadence: { score: null, weight: 0, status: 'missing' } })
  })

  it('may be asked by a page of any origin', async () => {
    const server = await createTestServer()
    const { response } = await post(server, '/api/score', agent)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    const preflight = await server.app.request('/api/score', { method: 'OPTIONS', headers: { origin: 'https://a.example' } })
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  })

  it('says how fast it may be asked, and stops whoever is faster', async () => {
    const server = await createTestServer()
    const key = { 'x-api-key': await issueKey(server, 'detlab') }
    const first = await post(server, '/api/score', agent, key)
    expect(first.response.headers.get('x-ratelimit-limit')).toBe('10')
    expect(first.response.headers.get('x-ratelimit-remaining')).toBe('9')
    const reset = Number(first.response.headers.get('x-ratelimit-reset'))
    expect(reset).toBeGreaterThan(server.now())
    expect(reset).toBeLessThanOrEqual(server.now() + 60)
    for (let i = 0; i < 9; i++) expect((await post(server, '/api/score', agent, key)).status).toBe(200)
    const late = await post(server, '/api/score', agent, key)
    expect([late.status, late.body]).toEqual([429, { error: 'Rate limit exceeded' }])
    expect(Number(late.response.headers.get('retry-after'))).toBeGreaterThan(0)
    server.pass(60)
    expect((await post(server, '/api/score', agent, key)).status).toBe(200)
  })

  it('limits those without a key by their address, apart from every key', async () => {
    const server = await createTestServer()
    for (let i = 0; i < 10; i++) await post(server, '/api/score', agent)
    expect((await post(server, '/api/score', agent)).status).toBe(429)
    expect((await post(server, '/api/score', agent, { 'x-api-key': await issueKey(server, 'detlab') })).status).toBe(200)
  })

  it('ends with the month’s credits of the sandbox', async () => {
    const server = await createTestServer()
    const key = { 'x-api-key': await issueKey(server, 'detlab') }
    const body = { events: [{ type: 'hover' }] }
    for (let i = 0; i < 100; i++) {
      if (i % 10 === 0) server.pass(60)
      expect((await post(server, '/api/score', body, key)).status).toBe(200)
    }
    server.pass(60)
    expect(await post(server, '/api/score', body, key)).toMatchObject({ status: 429, body: { error: 'Rate limit exceeded' } })
  })

  it('has the tiers that its keys can have', () => {
    const numbers = (list: readonly { readonly limit: number }[]) => list.map(({ limit }) => limit)
    expect([numbers(limits.detection.free), numbers(limits.detection.pro)]).toEqual([
      [10, 100],
      [100, 10_000],
    ])
    expect([numbers(limits.verification.free), numbers(limits.verification.pro)]).toEqual([
      [5, 50],
      [50, 5000],
    ])
  })
})

describe('POST /api/verify-bot', () => {
  it('needs a key of its own kind', async () => {
    const server = await createTestServer()
    const denied = { status: 401, body: { error: 'invalid api key' } }
    expect(await post(server, '/api/verify-bot', agent)).toMatchObject(denied)
    expect(await post(server, '/api/verify-bot', agent, { 'x-api-key': `detlab_${'a'.repeat(64)}` })).toMatchObject(denied)
    expect(await post(server, '/api/verify-bot', agent, { 'x-api-key': await issueKey(server, 'afk') })).toMatchObject(denied)
    expect(await post(server, '/api/score', agent, { 'x-api-key': 'detlab_wrong' })).toMatchObject(denied)
  })

  it('verifies an agent, and no person', async () => {
    const server = await createTestServer()
    const key = { 'x-api-key': await issueKey(server, 'detlab') }
    const verified = await post(server, '/api/verify-bot', agent, key)
    expect(verified.body).toMatchObject({ verdict: 'BOT_VERIFIED', bot_type: 'autonomous_agent' })
    expect(Object.keys(verified.body.signals as object)).toHaveLength(20)
    const human = await post(server, '/api/verify-bot', person, { ...key, 'x-ephemeral': 'true' })
    expect(human.body.verdict).toBe('HUMAN_DETECTED')
    expect(human.body).not.toHaveProperty('signals')
    expect(human.body).not.toHaveProperty('trust_token')
    expect((await post(server, '/api/verify-bot', person, key)).body).toHaveProperty('signals')
  })

  it('limits verification apart from detection', async () => {
    const server = await createTestServer()
    const key = { 'x-api-key': await issueKey(server, 'detlab') }
    for (let i = 0; i < 5; i++) expect((await post(server, '/api/verify-bot', agent, key)).status).toBe(200)
    expect((await post(server, '/api/verify-bot', agent, key)).status).toBe(429)
    expect((await post(server, '/api/score', agent, key)).status).toBe(200)
  })
})

describe('a faulty request', () => {
  const paths = ['/api/score', '/api/verify-bot', '/api/verify-bot/session/vbs_AAAAAAAAAAAAAAAAAAAAAA/events']

  it.each(paths)('to %s is told what is wrong, and never breaks the server', async (path) => {
    const server = await createTestServer()
    const key = { 'x-api-key': await issueKey(server, 'detlab', 'pro') }
    const faults: [unknown, number, string][] = [
      ['', 400, 'no data'],
      [' ', 400, 'no data'],
      [{}, 400, 'no data'],
      ['null', 400, 'no data'],
      ['[]', 400, 'no data'],
      [{ events: [] }, 400, 'no events'],
      [{ other: 1 }, 400, 'no events'],
      [{ events: 'all' }, 400, 'no events'],
      ['{"events":', 400, 'invalid json'],
      [`{"events":${'['.repeat(50)}${']'.repeat(50)}}`, 400, 'invalid json'],
      ['{"events":[{"__proto__":{"type":"click"}}]}', 400, 'invalid json'],
      [new Uint8Array([0x22, 0xff, 0x22]), 400, 'invalid json'],
      [{ events: new Array(20_001).fill(0) }, 413, 'too many events'],
      [`{"events":[${' '.repeat(4_200_000)}]}`, 413, 'At most 4194304 bytes.'],
    ]
    for (const [body, status, error] of faults) expect(await post(server, path, body, key)).toMatchObject({ status, body: { error } })
    const form = await post(server, path, 'events=1', { ...key, 'content-type': 'application/x-www-form-urlencoded' })
    expect(form).toMatchObject({ status: 415, body: { error: 'unsupported media type' } })
    const got = await server.app.request(path)
    expect([got.status, await got.json()]).toEqual([405, { error: 'method not allowed' }])
  })

  it('is asked for its key before anything else', async () => {
    const server = await createTestServer()
    expect((await post(server, '/api/verify-bot', '')).status).toBe(401)
    expect((await post(server, '/api/score', '', { 'x-api-key': 'detlab_wrong' })).status).toBe(401)
  })

  it('to an address that nobody has is answered in the same shape', async () => {
    const server = await createTestServer()
    const response = await server.app.request('/api/verify-bot/none')
    expect([response.status, await response.json()]).toEqual([404, { error: 'not found' }])
  })

  it('of events that make no sense gets a score, whatever they hold', async () => {
    const server = await createTestServer()
    const key = { 'x-api-key': await issueKey(server, 'detlab', 'pro') }
    const odd = [null, 1, 'x', [], {}, { type: 5 }, { type: 'click', x: '1', timestamp_ms: -1e300 }, { type: 'keydown', key: {} }]
    const hostile = [
      ...odd,
      { type: 'fingerprint', data: { plugins: [[[1]]], webdriver: 'yes' } },
      { type: 'page_enter', page: '('.repeat(5000) },
    ]
    expect((await post(server, '/api/score', { events: hostile, page: 7 }, key)).status).toBe(200)
    expect((await post(server, '/api/verify-bot', { events: hostile }, key)).status).toBe(200)
  })
})
