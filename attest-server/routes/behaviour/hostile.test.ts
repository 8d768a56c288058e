import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { StoreUnavailable } from '../../stores/ports.js'
import { issueKey } from '../../testing/issue-key.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'

const types = ['mousemove', 'click', 'keydown', 'scroll', 'hover', 'fingerprint', 'page_enter', 'page_leave', 'other']
const names = [
  'x',
  'y',
  'elem_center_x',
  'key',
  'delay_ms',
  'delta_y',
  'delta_mode',
  'isTrusted',
  'timestamp_ms',
  'data',
  'page',
  'word_count',
]

/** Events by their names, with anything at all in their fields. */
const anyEvent = fc
  .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.double(), fc.jsonValue({ maxDepth: 2 }))))
  .map(([type, fields]) => ({ ...fields, type }))
/** Names that reach a prototype are refused with the whole body, before anything is read. */
const isReadable = (events: unknown): boolean => !/"(__proto__|constructor|prototype)"/.test(JSON.stringify(events))
const anyEvents = fc
  .array(fc.oneof({ weight: 9, arbitrary: anyEvent }, fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 40 })
  .filter(isReadable)

async function proOf(server: TestServer) {
  return { 'x-api-key': await issueKey(server, 'detlab', 'pro') }
}

describe('whatever is posted', () => {
  it('lets other requests have their turn: twenty thousand clicks are a third of a second of work', async () => {
    const server = await createTestServer()
    const click = { type: 'click', x: 5, y: 5, elem_center_x: 3, elem_center_y: 7 }
    const events = Array.from({ length: 20_000 }, (_, i) => ({ ...click, element_id: `e${i}`, timestamp_ms: 100 * i }))
    let turns = 0
    const onTurn = () => {
      turns++
      turn = setImmediate(onTurn)
    }
    let turn = setImmediate(onTurn)
    const scored = await server.post('/api/score', { events })
    clearImmediate(turn)
    expect([scored.status, turns >= 20]).toEqual([200, true])
  })

  it('as events is scored, verified and kept, and breaks nothing', async () => {
    const server = await createTestServer()
    const key = await proOf(server)
    const begun = (await (await server.post('/api/verify-bot/session', {}, key)).json()) as { session_id: string }
    const paths = ['/api/score', '/api/verify-bot', `/api/verify-bot/session/${begun.session_id}/events`]
    const check = async (events: unknown, path: string) => {
      server.pass(2)
      const response = await server.post(path, { events }, key)
      const { overall_score } = (await response.json()) as { overall_score: number }
      expect(response.status).toBe(200)
      expect(overall_score).toBeGreaterThanOrEqual(0)
      expect(overall_score).toBeLessThanOrEqual(100)
    }
    await fc.assert(fc.asyncProperty(anyEvents, fc.constantFrom(...paths), check), { numRuns: 400 })
  })

  it('as a body gets an answer in the surface’s own words', async () => {
    const server = await createTestServer({ settings: { behaviour: { openSignup: true, trustIssuer: undefined, webhookLoopback: false } } })
    const key = await proOf(server)
    const paths = fc.constantFrom('/api/score', '/api/verify-bot', '/api/verify-bot/session', '/api/signup', '/api/checkout')
    const bodies = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json({ maxDepth: 12 }), fc.jsonValue())
    const check = async (path: string, body: unknown, type: string) => {
      server.pass(60)
      const response = await server.post(path, body, { ...key, 'content-type': type })
      const answer = (await response.json()) as object
      expect(response.status === 501 || response.status < 500).toBe(true)
      if (response.status >= 400) expect(Object.keys(answer)).toEqual(['error'])
      expect(server.log.filter(({ event }) => event === 'bug')).toEqual([])
    }
    const types = fc.constantFrom('application/json', 'text/plain', 'a/b', '')
    await fc.assert(fc.asyncProperty(paths, bodies, types, check), { numRuns: 300 })
  })
})

describe('a store that does not answer', () => {
  it('is said to be away, in the surface’s own words', async () => {
    const stores = openMemoryStores()
    const server = await createTestServer({ stores })
    const key = await proOf(server)
    const get = async () => {
      throw new StoreUnavailable('locked')
    }
    const broken = await createTestServer({ stores: { ...stores, liveSessions: { ...stores.liveSessions, get } } })
    const response = await broken.post('/api/score', { events: [{ type: 'hover' }] }, key)
    expect([response.status, await response.json(), response.headers.get('retry-after')]).toEqual([503, { error: 'unavailable' }, '1'])
  })
})
