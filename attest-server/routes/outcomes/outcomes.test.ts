import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { createRequestsClient, type RequestsClient } from '../../testing/scored-requests.js'

const bot = { useragent: 'SomeTool/1', accept: '*/*', ip: '203.0.113.9' }
const person = {
  useragent: 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  acceptlanguage: 'fr',
  accept: 'text/html',
}

const report = (client: RequestsClient, body: unknown, headers = {}) => client.post('/v1/outcomes', body, headers)

async function label(client: RequestsClient, request: object, outcome: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const { request_id } = await client.score(request)
    expect(await (await report(client, { request_id, outcome })).json()).toEqual({ subject: request_id, outcome, compared: true })
  }
}

describe('POST /v1/outcomes', () => {
  it('is what later requests are compared with (NBP-09)', async () => {
    const client = await createRequestsClient()
    const before = await client.score(bot)
    await label(client, bot, 'bot', 12)
    await label(client, person, 'person', 12)
    const after = await client.score(bot)
    expect([after.neighbors_total_counts, (await client.score(person)).neighbors_total_counts]).toEqual([
      { inv: 12, ok: 0 },
      { inv: 0, ok: 12 },
    ])
    expect(after.p_is_invalid).toBeGreaterThan(before.p_is_invalid)
  })

  it('makes p_is_converted something else than null, from fifty outcomes on (NBP-08)', async () => {
    const client = await createRequestsClient()
    await label(client, person, 'converted', 30)
    await label(client, bot, 'not-converted', 19)
    expect((await client.score(person)).p_is_converted).toBeNull()
    await label(client, bot, 'not-converted', 1)
    const likely = (await client.score(person)).p_is_converted
    const unlikely = (await client.score(bot)).p_is_converted
    expect([likely! > 0.6, unlikely! < 0.6, likely! <= 1]).toEqual([true, true, true])
  })

  it('is remembered by the next process', async () => {
    const stores = openMemoryStores()
    const first = await createRequestsClient({ stores })
    await label(first, bot, 'bot', 4)
    const { request_id } = await first.score(bot)
    await report(first, { request_id, outcome: 'person' })
    await first.server.lookAlikes.keep()
    await report(first, { request_id, outcome: 'bot' })
    const second = await createRequestsClient({ stores })
    expect((await second.score(bot)).neighbors_total_counts, 'with what was said after it was kept').toEqual({ inv: 5, ok: 0 })
  })

  it('of another project changes nothing here', async () => {
    const stores = openMemoryStores()
    const mine = await createRequestsClient({ stores })
    const other = await createRequestsClient({ stores, project: { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' } })
    const { request_id } = await mine.score(bot)
    expect(await (await report(other, { request_id, outcome: 'bot' })).json()).toMatchObject({ compared: false })
    expect((await mine.score(bot)).neighbors_total_counts).toEqual({ inv: 0, ok: 0 })
  })

  it('keeps sessions and references, too, with either key', async () => {
    const client = await createRequestsClient()
    const { server } = client
    const bearer = { 'x-api-key': '', authorization: `Bearer ${server.secretKey}` }
    expect((await report(client, { session: 'sess_abc', outcome: 'person' }, bearer)).status).toBe(200)
    expect((await report(client, { reference: '7k3vm q2xr9', outcome: 'converted' })).status).toBe(200)
    const kept = await server.stores.labels.list(server.project.id, 10)
    expect(new Set(kept.map(({ subject, label }) => `${subject} ${label}`))).toEqual(new Set(['sess_abc person', '7K3VM-Q2XR9 converted']))
  })

  it.each([
    ['nobody', { outcome: 'bot' }],
    ['two', { session: 'a', reference: '7K3VM-Q2XR9', outcome: 'bot' }],
    ['no outcome', { session: 'a' }],
    ['an outcome that there is not', { session: 'a', outcome: 'alien' }],
    ['an id that is none', { request_id: 'a', outcome: 'bot' }],
    ['a session with a quote', { session: `a'b`, outcome: 'bot' }],
    ['a reference that is none', { reference: '!', outcome: 'bot' }],
    ['more than it takes', { session: 'a', outcome: 'bot', x: 1 }],
    ['a list', []],
  ])('refuses %s', async (_, body) => {
    const client = await createRequestsClient()
    const response = await report(client, body)
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  })

  it('needs a key', async () => {
    const client = await createRequestsClient()
    expect((await report(client, { session: 'a', outcome: 'bot' }, { 'x-api-key': 'afk_x' })).status).toBe(401)
  })
})
