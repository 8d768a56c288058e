import { describe, expect, it } from 'vitest'
import { problems } from '../shared/wire/problem.js'
import { openMemoryStores } from './stores/memory/open-memory-stores.js'
import { StoreUnavailable } from './stores/ports.js'
import { browserHeaders, createTestServer } from './testing/test-server.js'
import { newVisit } from './testing/visit.js'

describe('the app', () => {
  it('answers everything that it does not know with a problem', async () => {
    const { app } = await createTestServer()
    const response = await app.request('/nothing/here?token=secret')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await response.json()).toEqual({ type: 'urn:vouchsafe:problem:not-found', code: 'not-found', ...problems['not-found'] })
  })

  it.each([
    ['DELETE', '/v1/attest', 'POST, OPTIONS'],
    ['GET', '/v1/challenge', 'POST, OPTIONS'],
    ['PUT', '/v1/noscript', 'GET, HEAD, POST'],
    ['POST', '/.well-known/jwks.json', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['OPTIONS', '/readyz', 'GET, HEAD'],
  ])('refuses %s %s and says what would do', async (method, path, allow) => {
    const response = await (await createTestServer()).app.request(path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed' })
  })

  it('sets security headers and a request id on every answer', async () => {
    const { app } = await createTestServer()
    for (const path of ['/healthz', '/nothing', '/.well-known/jwks.json']) {
      const { headers } = await app.request(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{22}$/)
    }
  })

  it('keeps the id that a request came with, if it is a sane one', async () => {
    const { app } = await createTestServer()
    const idOf = async (given: string) =>
      (await app.request('/healthz', { headers: { 'x-request-id': given } })).headers.get('x-request-id')
    for (const given of ['7b1c-x_y', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'a'.repeat(40)]) expect(await idOf(given)).toBe(given)
    for (const given of ['', 'a b', 'x'.repeat(41), '{"a":1}', '203.0.113.9', '2001:db8::1', 'a@shop.example'])
      expect(await idOf(given)).toMatch(/^[\w-]{22}$/)
  })

  it('answers HEAD as GET without a body', async () => {
    const response = await (await createTestServer()).app.request('/healthz', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('hides a bug from the caller and shows it to the log', async () => {
    const stores = openMemoryStores()
    const bySiteKey = async () => {
      throw new TypeError('a bug')
    }
    const server = await createTestServer({ stores: { ...stores, projects: { ...stores.projects, bySiteKey } } })
    const response = await server.post('/v1/challenge', { siteKey: 'pk_something' })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('a bug')
    expect(server.log).toContainEqual(expect.objectContaining({ event: 'bug', error: 'TypeError', message: 'a bug' }))
  })

  it('is not ready while its store is away, and says so', async () => {
    const stores = openMemoryStores()
    const check = async () => {
      throw new StoreUnavailable('away')
    }
    const { app } = await createTestServer({ stores: { ...stores, check } })
    const response = await app.request('/readyz')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
    expect((await app.request('/healthz')).status).toBe(200)
  })

  it('is not ready while it drains', async () => {
    const { app } = await createTestServer({ deps: { isDraining: () => true } })
    expect((await app.request('/readyz')).status).toBe(503)
  })

  it('logs of the probes only that something is wrong', async () => {
    const well = await createTestServer()
    for (const path of ['/healthz', '/readyz']) await well.app.request(path)
    const draining = await createTestServer({ deps: { isDraining: () => true } })
    await draining.app.request('/readyz')
    const seen = [well, draining].map(({ log }) => log.filter(({ event }) => event === 'request').map(({ status }) => status))
    expect(seen).toEqual([[], [503]])
  })

  it('logs one line for a request, with nothing in it that is secret or personal', async () => {
    const page = await newVisit()
    const body = await page.body()
    const response = await page.attest(body, { 'x-forwarded-for': '203.0.113.7' })
    const { token } = (await response.json()) as { token: string }
    await page.server.app.request(`/v1/verdicts/${'A'.repeat(22)}?q=private`, {
      headers: { authorization: `Bearer ${page.server.secretKey}` },
    })
    expect(page.server.log).toHaveLength(3)
    const text = JSON.stringify(page.server.log)
    const secrets = [
      token,
      body.evidence,
      body.challenge,
      page.server.secretKey,
      '203.0.113.7',
      'private',
      'Mozilla',
      page.device.thumbprint,
    ]
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(page.server.log[1]).toMatchObject({ event: 'request', method: 'POST', route: '/v1/attest', status: 200 })
    expect(page.server.log[2]).toMatchObject({ route: '/v1/verdicts/:name', status: 404 })
  })

  it('catches a program in a browser’s name with an empty, honest-looking summary', async () => {
    const page = await newVisit()
    const disguise = Object.fromEntries(Object.keys(browserHeaders).map((name) => [name, undefined]))
    const headers = {
      ...disguise,
      'user-agent': browserHeaders['user-agent'],
      'accept-language': '*',
      host: '127.0.0.1:8787',
      'sec-fetch-mode': 'cors',
    }
    const answer = (await (await page.attest(await page.body(), headers)).json()) as { action: string }
    expect(answer.action).toBe('challenge')
  })
})
