import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { createMemoryCounters } from '../../stores/memory/counters.js'
import { memoryCallers } from '../../testing/memory-callers.js'
import type { AppEnv } from './env.js'
import { createLimiter } from './limit/limiter.js'
import { createLog } from './log.js'
import { mount } from './mount.js'
import { observeRequests } from './observe-requests.js'
import { operation } from './operation.js'
import { problemFault } from './problem-fault.js'
import { problemSchema } from './problem-schema.js'

const common = { summary: '', security: 'afk', limit: 'requests', responses: { 201: { description: '' } } } as const
const headers = { 'Cache-Control': 'max-age=1' }
const inOneGo = operation({ ...common, id: 'inOneGo', handle: () => ({ json: { done: true }, status: 201, headers }) })
const byHono = operation({ ...common, id: 'byHono', handle: (c) => c.json({ done: true }, 201, headers) })

function serve() {
  const app = new Hono<AppEnv>()
  const lines: string[] = []
  const clock = () => 1_790_000_000
  const log = createLog('info', (line) => lines.push(line), clock)
  app.use(observeRequests({ log, random: (length) => new Uint8Array(length), stopwatch: () => 0, answered: () => undefined }))
  const endpoints = [
    { path: '/one-go', preflight: true, GET: inOneGo },
    { path: '/hono', preflight: true, GET: byHono },
  ] as const
  const callers = memoryCallers({ afk_1: { projectId: 'prj', keyId: 'key', kind: 'afk', tier: 'pro' } })
  const surface = { name: 'own', summary: '', prefixes: [], endpoints, faultResponse: problemFault, faultSchema: problemSchema }
  mount(app, [surface], { callers, limiter: createLimiter(createMemoryCounters(10), clock), addressOf: () => undefined })
  return { get: (path: string) => app.request(path, { headers: { 'x-api-key': 'afk_1', 'x-request-id': 'r1' } }), lines }
}

it('says the same as an answer whose headers come one by one, limits and id among them', async () => {
  const { get, lines } = serve()
  const [one, other] = [await get('/one-go'), await get('/hono')]
  const said = ({ headers }: Response) => Object.fromEntries(headers)
  expect([one.status, await one.text()]).toEqual([other.status, await other.text()])
  expect(said(one)).toEqual({ ...said(other), 'ratelimit-remaining': '2999', 'x-ratelimit-remaining': '2999' })
  expect(said(one)).toMatchObject({ 'cache-control': 'max-age=1', 'x-request-id': 'r1', 'x-content-type-options': 'nosniff' })
  expect(lines.map((line) => JSON.parse(line).status)).toEqual([201, 201])
})
