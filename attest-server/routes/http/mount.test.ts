import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Caller } from '../../core/caller.js'
import { createMemoryCounters } from '../../stores/memory/counters.js'
import { memoryCallers } from '../../testing/memory-callers.js'
import type { AppEnv } from './env.js'
import type { FaultResponse } from './fault-response.js'
import { createLimiter } from './limit/limiter.js'
import { faultsByPrefix, mount } from './mount.js'
import { operation } from './operation.js'
import { problemFault } from './problem-fault.js'
import { problemSchema } from './problem-schema.js'
import type { Endpoint, Surface } from './surface.js'

const caller = (kind: Caller['kind'], tier: Caller['tier'] = 'free'): Caller => ({
  projectId: `prj_${kind}`,
  keyId: `key_${kind}`,
  kind,
  tier,
})
const keys = {
  afk_1: caller('afk'),
  afk_pro: { ...caller('afk', 'pro'), keyId: 'key_pro' },
  yeb_1: caller('yeb'),
  pk_1: caller('site'),
  sk_1: caller('private'),
}

const ownFault: FaultResponse = (fault, requestId) =>
  Response.json({ ...fault, requestId }, { status: fault.code === 'rate-limited' ? 429 : 422 })

const scored = operation({
  id: 'score',
  summary: 'A score.',
  security: 'afk',
  query: z.object({ verbose: z.stringbool().default(false) }),
  body: z.strictObject({ items: z.array(z.object({ n: z.int() })).max(3) }),
  most: 200,
  limit: 'requests',
  cost: ({ body }) => Math.max(1, body.items.length),
  responses: { 200: { description: 'The score.' } },
  handle: (c, { body, query, caller }) =>
    c.json({ sum: body.items.reduce((sum, { n }) => sum + n, 0), ...query, project: caller.projectId }),
})
const told = operation({
  id: 'tell',
  summary: 'Who it is.',
  security: 'yeb',
  body: z.object({ api_key: z.string() }).optional(),
  responses: { 200: { description: 'Who.' } },
  handle: (c, { caller }) => c.json({ key: caller.keyId }),
})
const botect = operation({
  id: 'told',
  summary: 'Who it is.',
  security: 'private-key',
  responses: { 200: { description: 'Who.' } },
  handle: (c, { caller }) => c.json({ key: caller.keyId }),
})
const site = operation({
  id: 'site',
  summary: 'Who it is.',
  security: 'site-key',
  body: z.looseObject({}).optional(),
  responses: { 200: { description: 'Who.' } },
  handle: (c, { caller }) => c.json({ key: caller.keyId }),
})
const removed = operation({
  id: 'remove',
  summary: 'Removes.',
  security: 'none',
  params: z.object({ id: z.string().regex(/^\d+$/) }),
  responses: { 204: { description: 'Gone.' } },
  handle: (_, { params }) => (params.id === '1' ? new Response(null, { status: 204 }) : { code: 'not-found' }),
})
const endpoints: Endpoint[] = [
  { path: '/api/score', preflight: true, POST: scored },
  { path: '/api/who', GET: told, POST: told },
  { path: '/api/botect', GET: botect },
  { path: '/api/site', POST: site },
  { path: '/api/things/:id', PUT: removed, DELETE: removed },
]
const surface: Surface = {
  name: 'own',
  summary: '',
  prefixes: ['/api', '/api/deep'],
  endpoints,
  faultResponse: ownFault,
  faultSchema: z.unknown(),
}
const first: Surface = { name: 'first', summary: '', prefixes: [], endpoints: [], faultResponse: problemFault, faultSchema: problemSchema }

let app: Hono<AppEnv>
let now = 1_790_000_000
beforeEach(() => {
  app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('requestId', 'r1')
    c.set('reason', '')
    await next()
  })
  mount(app, [first, surface], {
    callers: memoryCallers(keys),
    limiter: createLimiter(createMemoryCounters(1000), () => now),
    addressOf: () => undefined,
  })
})

const send = (path: string, method: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  app.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const score = (body: unknown, key = 'afk_pro', path = '/api/score') =>
  send(path, 'POST', body, { 'x-api-key': key, origin: 'https://shop.example' })

describe('an operation', () => {
  it('gets what its schemas have checked, and the project of the key', async () => {
    const response = await score({ items: [{ n: 1 }, { n: 2 }] }, 'afk_pro', '/api/score?verbose=true')
    expect([response.status, await response.json()]).toEqual([200, { sum: 3, verbose: true, project: 'prj_afk' }])
  })

  it('is not asked when the body or the query is not what it takes, and the surface says where', async () => {
    expect(await (await score({ items: [{ n: 1.5 }], more: 1 })).json()).toMatchObject({
      code: 'invalid',
      requestId: 'r1',
      fields: [{ path: 'items.0.n' }, { path: '' }],
    })
    expect(await (await score({ items: [] }, 'afk_pro', '/api/score?verbose=x')).json()).toMatchObject({
      fields: [{ path: 'query.verbose' }],
    })
    expect(await (await send('/api/things/x', 'DELETE')).json()).toMatchObject({ fields: [{ path: 'path.id' }] })
  })

  it.each([
    ['{"__proto__":{}}', 'application/json', 'malformed'],
    ['[[[[[[[[[[[]]]]]]]]]]]', 'application/json', 'malformed'],
    ['{', 'application/json', 'malformed'],
    ['a=1', 'application/x-www-form-urlencoded', 'unsupported-media-type'],
    [`{"items":[${' '.repeat(200)}]}`, 'application/json', 'too-large'],
  ])('is not asked for %s as %s', async (body, type, code) => {
    const response = await app.request('/api/score', { method: 'POST', body, headers: { 'content-type': type, 'x-api-key': 'afk_pro' } })
    expect(await response.json()).toMatchObject({ code })
  })

  it('has its faults, and those of the frame, in the words of its surface', async () => {
    expect((await send('/api/things/1', 'DELETE')).status).toBe(204)
    expect((await send('/api/things/1', 'PUT')).status).toBe(204)
    expect(await (await send('/api/things/2', 'DELETE')).json()).toEqual({ code: 'not-found', requestId: 'r1' })
    const refused = await send('/api/things/2', 'PATCH')
    expect([refused.headers.get('allow'), await refused.json()]).toEqual(['PUT, DELETE', { code: 'method-not-allowed', requestId: 'r1' }])
  })

  it('lets scripts of other origins read its faults where it may be called by them', async () => {
    const asked = await send('/api/score', 'OPTIONS', undefined, { origin: 'https://shop.example' })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'POST'])
    for (const name of ['X-API-Key', 'Authorization', 'Idempotency-Key', 'X-Botect-Site-Key', 'X-Request-ID', 'X-Ephemeral'])
      expect(asked.headers.get('access-control-allow-headers')).toContain(name)
    for (const response of [await score({}), await score({}, 'nobody')])
      expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example')
  })
})

describe('the key of a caller', () => {
  it.each(['', 'nobody', 'yeb_1', 'x'.repeat(300)])('is none: "%s"', async (key) => {
    expect(await (await score({ items: [] }, key)).json()).toMatchObject({ code: 'unauthorized' })
  })

  it('is found in the places of yeb: Bearer, body, query, in this order', async () => {
    const bearer = { authorization: 'Bearer yeb_1' }
    const seen = [
      await send('/api/who', 'GET', undefined, bearer),
      await send('/api/who', 'POST', { api_key: 'yeb_1' }),
      await send('/api/who?api_key=yeb_1', 'GET'),
      await send('/api/who?api_key=nobody', 'POST', { api_key: 'nobody' }, bearer),
      await send('/api/who?api_key=yeb_1', 'POST', { api_key: 'nobody' }),
    ]
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200, 422])
    expect(seen[4]!.headers.get('www-authenticate')).toBe('Bearer')
  })

  it('is found in the places of Botect', async () => {
    const seen = [
      await send('/api/botect', 'GET', undefined, { authorization: 'bearer sk_1' }),
      await send('/api/botect', 'GET', undefined, { 'x-botect-private-key': 'sk_1' }),
      await send('/api/site', 'POST', {}, { 'x-botect-site-key': 'pk_1' }),
      await send('/api/site', 'POST', { site_key: 'pk_1' }),
      await send('/api/botect', 'GET', undefined, { authorization: 'Bearer pk_1' }),
    ]
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200, 422])
  })
})

describe('a limit', () => {
  it('says how much room there is, refuses what is beyond it, and opens again', async () => {
    const seen = []
    for (let i = 0; i < 11; i++) seen.push(await score({ items: [] }, 'afk_1'))
    expect(seen.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429])
    const { headers } = seen[2]!
    expect([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining'), headers.get('ratelimit-policy')]).toEqual([
      '10',
      '7',
      '10;w=60',
    ])
    expect(Number(headers.get('x-ratelimit-reset'))).toBe(now + Number(headers.get('ratelimit-reset')))
    expect(await seen[10]!.json()).toMatchObject({ code: 'rate-limited', retryAfter: Number(headers.get('ratelimit-reset')) })
    now += 60
    expect((await score({ items: [] }, 'afk_1')).status).toBe(200)
  })

  it('counts what a request holds, and the faulty ones too', async () => {
    await score({ items: [{ n: 1 }, { n: 1 }, { n: 1 }] }, 'afk_1')
    const faulty = await score({}, 'afk_1')
    expect(faulty.headers.get('ratelimit-remaining')).toBe('6')
  })

  it('is each key’s own', async () => {
    for (let i = 0; i < 10; i++) await score({ items: [] }, 'afk_1')
    expect((await score({ items: [] }, 'afk_pro')).headers.get('ratelimit-remaining')).toBe('2999')
  })
})

describe('an address that nobody has', () => {
  it('is answered in the words of the longest prefix, and else of the first surface', () => {
    const faultsAt = faultsByPrefix([first, { ...surface, prefixes: ['/api'] }, { ...first, prefixes: ['/api/deep'] }])
    expect(['/api', '/api/x', '/apix', '/api/deep/x', '/'].map(faultsAt)).toEqual([
      ownFault,
      ownFault,
      problemFault,
      problemFault,
      problemFault,
    ])
  })
})
