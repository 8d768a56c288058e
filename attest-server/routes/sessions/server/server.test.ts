import { beforeEach, describe, expect, it } from 'vitest'
import { createEnricher } from '../../../network/create-enricher.js'
import { openMemoryStores } from '../../../stores/memory/open-memory-stores.js'
import { enrichment } from '../../../testing/enrichment.js'
import { createSessionSite, event, type SessionSite } from '../../../testing/session-site.js'

const TOR = '198.51.100.9'
const JA4 = 't13d1516h2_8daaf6152771_02713d6af862'

let site: SessionSite
beforeEach(async () => {
  const enrich = (ip: string) => enrichment({ ip, country: 'NL', tor: ip === TOR, vpn: false, proxy: false, datacenter: false })
  site = await createSessionSite({ deps: { client: { enrich, ja4Header: undefined } } })
})

const hit = (changes: object = {}) => ({
  schema_version: 1,
  page_id: 'page_1',
  session_token: 'bt_visitor',
  occurred_at: '2026-11-21T12:00:00Z',
  method: 'GET',
  path_hash: 'abc123',
  header_names: ['host', 'user-agent'],
  languages: ['en-US'],
  had_session_cookie: true,
  duration_ms: 12.5,
  ja4: null,
  ...changes,
})
const post = (path: 'page-hits' | 'events', body: object, headers?: Record<string, string>) =>
  site.backend('POST', `/v1/server/${path}`, body, headers)
const stateOf = async (token: string) =>
  JSON.parse((await site.stores.liveSessions.get(site.project.id, token))?.state ?? 'null') as unknown

describe('POST /v1/server/page-hits', () => {
  it('takes a page by the private key, and knows from where it was visited', async () => {
    expect((await post('page-hits', hit({ observed_ip: TOR, observed_ip_inferred: false, ja4: JA4 }))).status).toBe(202)
    await site.score()
    const network = { country: 'NL', datacenter: false, proxy: true, ja4: JA4 }
    expect(await stateOf('bt_visitor')).toMatchObject({ network, told: { seen: expect.arrayContaining([['net.anonymiser', 2]]) } })
  })

  it('alone scores nobody', async () => {
    await post('page-hits', hit({ observed_ip: TOR }))
    await site.score()
    expect(await site.verdict('bt_visitor')).toMatchObject({ verdict: 'not_computed', action: 'allow' })
  })

  it.each([
    ['that was inferred', { observed_ip: TOR, observed_ip_inferred: true }],
    ['of its own network', { observed_ip: '10.1.2.3' }],
    ['that is none', { observed_ip: 'localhost' }],
  ])('makes nothing of an address %s', async (_, changes) => {
    expect((await post('page-hits', hit(changes))).status).toBe(202)
    await site.score()
    expect(await stateOf('bt_visitor')).toMatchObject({ network: { country: null, proxy: null }, told: { seen: [] } })
  })

  it('refuses a page that was made for another visitor with 409, however often, and the same one never', async () => {
    expect((await post('page-hits', hit())).status).toBe(202)
    expect((await post('page-hits', hit())).status).toBe(202)
    for (let i = 0; i < 3; i++) expect((await post('page-hits', hit({ session_token: 'bt_second' }))).status).toBe(409)
    expect((await post('events', { schema_version: 1, page_id: 'page_1', session_token: 'bt_second', events: [event()] })).status).toBe(409)
    await site.score()
    expect(await stateOf('bt_second')).toBeNull()
  })

  it.each([
    ['another version', { schema_version: 2 }],
    ['an unknown key', { body: 'x' }],
    ['a page id that is none', { page_id: 'a b' }],
    ['headers with values', { header_names: [{ name: 'cookie', value: 'x' }] }],
    ['a moment that is none', { occurred_at: 'now' }],
  ])('refuses %s', async (_, changes) => {
    const response = await post('page-hits', hit(changes))
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
  })

  it('is no place for a site key, nor for a malformed Idempotency-Key', async () => {
    expect((await post('page-hits', hit(), { authorization: `Bearer ${site.project.siteKey}` })).status).toBe(401)
    expect((await post('page-hits', hit(), { 'idempotency-key': 'a b' })).status).toBe(422)
  })
})

describe('POST /v1/server/events', () => {
  const events = (payload: object, changes: object = {}) => ({
    schema_version: 1,
    page_id: 'page_1',
    session_token: 'bt_visitor',
    events: [event(payload)],
    ...changes,
  })

  it('scores what a page told its backend, and nothing of the backend’s own request', async () => {
    const library = { 'user-agent': 'GuzzleHttp/7' }
    expect((await post('events', events({ mouse_entropy: 0.7, mouse_moves: 200 }), library)).status).toBe(202)
    await site.score()
    expect(await site.verdict('bt_visitor')).toMatchObject({ verdict: 'likely_human' })
  })

  it('sheds when the inbox is full', async () => {
    const stores = openMemoryStores()
    const full = { ...stores, inbox: { ...stores.inbox, append: () => Promise.resolve('full' as const) } }
    site = await createSessionSite({ stores: full, deps: { client: { enrich: createEnricher([], () => 0), ja4Header: undefined } } })
    expect((await post('events', events({}))).status).toBe(204)
  })

  it('refuses what is not on the list', async () => {
    expect((await post('events', events({ typed: 'x' }))).status).toBe(422)
  })
})
