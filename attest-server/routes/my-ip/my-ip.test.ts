import { describe, expect, it } from 'vitest'
import { enrichment } from '../../testing/enrichment.js'
import { createTestServer } from '../../testing/test-server.js'

const from = (peer: string) => ({ incoming: { httpVersion: '1.1', rawHeaders: [], socket: { remoteAddress: peer } } })
const nothing = { country: null, country_name: null, city: null, currency: null, currency_symbol: null, threat: null }

describe('GET /v1/myip', () => {
  it('needs no key, and what is unknown is null (DIP-01)', async () => {
    const { app } = await createTestServer()
    const response = await app.request('/v1/myip', {}, from('203.0.113.9'))
    expect([response.status, await response.json()]).toEqual([200, { ip: '203.0.113.9', ...nothing }])
  })

  it('says what the databases know', async () => {
    const enrich = (ip: string) =>
      enrichment({ ip, country: 'DE', countryName: 'Germany', currency: 'EUR', currencySymbol: '€', tor: true })
    const { app } = await createTestServer({ deps: { client: { enrich, ja4Header: undefined } } })
    expect(await (await app.request('/v1/myip', {}, from('2001:db8::1'))).json()).toEqual({
      ip: '2001:db8::1',
      country: 'DE',
      country_name: 'Germany',
      city: null,
      currency: 'EUR',
      currency_symbol: '€',
      threat: true,
    })
  })

  it('names no address that anybody could have written', async () => {
    const { app } = await createTestServer()
    const headers = { 'x-forwarded-for': '203.0.113.9' }
    expect(await (await app.request('/v1/myip', { headers }, from('127.0.0.1'))).json()).toEqual({ ip: null, ...nothing })
    expect(await (await app.request('/v1/myip')).json()).toEqual({ ip: null, ...nothing })
  })

  it('may be asked by a page of any origin, sixty times a minute', async () => {
    const { app, pass } = await createTestServer()
    const ask = () => app.request('/v1/myip', { headers: { origin: 'https://a.example' } }, from('203.0.113.9'))
    expect((await ask()).headers.get('access-control-allow-origin')).toBe('https://a.example')
    for (let i = 1; i < 60; i++) expect((await ask()).status).toBe(200)
    const refused = await ask()
    expect([refused.status, await refused.json()]).toEqual([429, { error: 'rate limited' }])
    expect((await app.request('/v1/myip', {}, from('203.0.113.10'))).status).toBe(200)
    pass(60)
    expect((await ask()).status).toBe(200)
    expect((await app.request('/v1/myip', { method: 'POST' })).status).toBe(405)
  })
})
