import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openMemoryStores } from '../../../stores/memory/open-memory-stores.js'
import { StoreUnavailable } from '../../../stores/ports.js'
import { createSessionSite, event, type SessionSite } from '../../../testing/session-site.js'
import { createTestServer, ISSUER } from '../../../testing/test-server.js'

interface Receipt {
  readonly session_token: string
  readonly accepted: number
  readonly duplicates: number
}

let site: SessionSite
beforeEach(async () => {
  site = await createSessionSite()
})

const receiptOf = async (response: Promise<Response>): Promise<Receipt> => {
  const answer = await response
  expect(answer.status).toBe(202)
  return (await answer.json()) as Receipt
}
const batch = (payload: object = {}, session_token: string | null = null) => ({ session_token, events: [event(payload)] })

describe('POST /v1/events', () => {
  it('answers 202 with a token on first contact, and takes it from then on', async () => {
    const first = await receiptOf(site.send(batch()))
    expect(first).toEqual({ session_token: expect.stringMatching(/^sess_[A-Za-z0-9_-]{22}$/), accepted: 1, duplicates: 0 })
    expect(await receiptOf(site.send(batch({}, first.session_token)))).toEqual(first)
  })

  it('has a batch on disk before it answers, and scores nothing on the way', async () => {
    const order: string[] = []
    const stores = openMemoryStores()
    const append: typeof stores.inbox.append = async (...all) => {
      const receipt = await stores.inbox.append(...all)
      order.push('kept')
      return receipt
    }
    const put = vi.spyOn(stores.liveSessions, 'put')
    site = await createSessionSite({ stores: { ...stores, inbox: { ...stores.inbox, append } } })
    await site.send(batch()).then(() => order.push('answered'))
    expect(order).toEqual(['kept', 'answered'])
    expect(put).not.toHaveBeenCalled()
  })

  it('brings a retry of a first contact to the same session by its Idempotency-Key', async () => {
    const sent = batch()
    const first = await receiptOf(site.send(sent, { 'idempotency-key': 'k-1' }))
    const again = await receiptOf(site.send(sent, { 'idempotency-key': 'k-1' }))
    expect(again).toEqual({ session_token: first.session_token, accepted: 0, duplicates: 1 })
    expect((await receiptOf(site.send(batch(), { 'idempotency-key': 'k-2' }))).session_token).not.toBe(first.session_token)
  })

  it.each(['a'.repeat(129), 'a b', 'a:b', '%C3%A4'])('refuses the Idempotency-Key %j', async (key) => {
    const response = await site.app.request('/v1/events', {
      method: 'POST',
      headers: { 'x-botect-site-key': site.project.siteKey, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(batch()),
    })
    expect(response.status).toBe(422)
  })

  it('takes each event of a session once by its request_id', async () => {
    const one = event()
    const { session_token } = await receiptOf(site.send({ session_token: null, events: [one, one, event()] }))
    expect(await receiptOf(site.send({ session_token, events: [one, event()] }))).toMatchObject({ accepted: 1, duplicates: 1 })
  })

  it('takes the quickstart’s names for mouse events', async () => {
    const token = await site.scored({ entropy: 0.74, samples: 128 })
    const live = await site.stores.liveSessions.get(site.project.id, token)
    expect(JSON.parse(live!.state)).toMatchObject({ sums: { entropy: [128, 0.74], mouse_moves: 128 } })
  })

  it('takes the site key from the body where the header cannot be sent, and from text as beacons send it', async () => {
    const sent = { ...batch(), site_key: site.project.siteKey }
    const headers = { 'x-botect-site-key': undefined, 'content-type': 'text/plain;charset=UTF-8' }
    await receiptOf(site.send(sent, headers))
  })

  it.each<[string, object]>([
    ['a payload key that is not on the list', batch({ typed: 'secret' })],
    ['a number beyond its range', batch({ mouse_entropy: 1.01 })],
    ['a negative count', batch({ mouse_moves: -1 })],
    ['half an event', batch({ mouse_moves: 0.5 })],
    ['plugins by name', batch({ plugins: ['pdf'] })],
    ['an unknown key of an event', { session_token: null, events: [event({}, { user: 'bob' })] }],
    ['an unknown type', { session_token: null, events: [event({}, { type: 'keylog' })] }],
    ['a moment of another zone', { session_token: null, events: [event({}, { received_at: '2026-11-21T12:00:00+01:00' })] }],
    ['a moment that is none', { session_token: null, events: [event({}, { received_at: '2026-13-41T99:00:00Z' })] }],
    ['no events', { session_token: null, events: [] }],
    ['101 events', { session_token: null, events: Array.from({ length: 101 }, () => event()) }],
    ['no session_token', { events: [event()] }],
    ['a session_token that is none', { session_token: '../x', events: [event()] }],
    ['another top-level key', { ...batch(), user: 'bob' }],
    ['a list', []],
    ['null', null as unknown as object],
  ])('refuses %s with 422 INVALID_PAYLOAD', async (_, body) => {
    const response = await site.send(body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'INVALID_PAYLOAD', error: expect.any(String), message: expect.any(String) })
  })

  it('refuses what is no JSON, too deep or too large, and never with 5xx', async () => {
    const deep = `{"session_token":null,"events":${'['.repeat(5000)}${']'.repeat(5000)}}`
    const large = batch({}, 'x'.repeat(300_000))
    const statuses = await Promise.all(['{', deep, '{"__proto__":{}}'].map(async (body) => (await site.send(body)).status))
    expect(statuses).toEqual([422, 422, 422])
    expect((await site.send(large)).status).toBe(413)
  })

  it('is 401 without a key, with another’s, and for a project whose scoring is not enabled', async () => {
    for (const key of [undefined, 'pk_BBBBBBBBBBBBBBBBBBBBBB', site.secretKey]) {
      const response = await site.send(batch(), { 'x-botect-site-key': key })
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([401, 'UNAUTHENTICATED'])
    }
    const off = await createTestServer()
    const headers = { 'x-botect-site-key': off.project.siteKey }
    const refused = await off.post('/v1/events', batch(), headers)
    expect([refused.status, ((await refused.json()) as { message: string }).message]).toEqual([
      401,
      expect.stringContaining('vouchsafe scoring enable'),
    ])
  })

  it('serves pages of the project’s origins, and whoever has no origin', async () => {
    const own = await site.send(batch())
    expect(own.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect((await site.send(batch(), { origin: undefined })).status).toBe(202)
    expect((await site.send(batch(), { origin: 'https://evil.example' })).status).toBe(401)
    const preflight = await site.app.request('/v1/events', { method: 'OPTIONS', headers: { origin: 'https://shop.example' } })
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/X-Botect-Site-Key, Idempotency-Key/)
  })

  it('never answers 429, however much is sent', async () => {
    const statuses = await Promise.all(Array.from({ length: 300 }, async () => (await site.send(batch())).status))
    expect(new Set(statuses)).toEqual(new Set([202]))
  })

  it('sheds with 204 when the inbox is full', async () => {
    const stores = openMemoryStores()
    site = await createSessionSite({ stores: { ...stores, inbox: { ...stores.inbox, append: () => Promise.resolve('full') } } })
    const response = await site.send(batch())
    expect([response.status, await response.text()]).toEqual([204, ''])
  })

  it('says 503 in its own words when the store does not answer', async () => {
    const stores = openMemoryStores()
    const append = () => Promise.reject(new StoreUnavailable(new Error('locked')))
    site = await createSessionSite({ stores: { ...stores, inbox: { ...stores.inbox, append } } })
    const response = await site.send(batch())
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'SERVICE_UNAVAILABLE', retry_after: 1 }])
  })

  it('keeps no header, no address and no text of what was sent', async () => {
    const { session_token } = await receiptOf(site.send(batch({ languages: ['de-DE'], page_path_shape: '/shop/{id}' })))
    const [kept] = await site.stores.inbox.claim(9, site.now(), site.now() + 1)
    for (const text of ['Mozilla', 'de-DE', '/shop', ISSUER, 'shop.example']) expect(kept!.body).not.toContain(text)
    expect(kept).toMatchObject({ session: session_token })
  })
})
