import { describe, expect, it } from 'vitest'
import { scriptedAgent } from '../../core/behaviour/testing/agents.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'

const DAY = 86_400
const open = () => createTestServer({ settings: { behaviour: { openSignup: true, trustIssuer: undefined, webhookLoopback: false } } })

/** @returns the status, and the key where there is one. */
async function signUp({ app }: TestServer, email: string, remoteAddress: string, key?: string) {
  const headers = { 'content-type': 'application/json', ...(key === undefined ? {} : { 'x-api-key': key }) }
  const init = { method: 'POST', headers, body: JSON.stringify({ email }) }
  const response = await app.request('/api/signup', init, { incoming: { httpVersion: '1.1', rawHeaders: [], socket: { remoteAddress } } })
  const body = (await response.json()) as { api_key?: string }
  return { status: response.status, key: body.api_key ?? '', retryAfter: response.headers.get('retry-after') }
}

const use = async (server: TestServer, key: string) =>
  (await server.post('/api/score', { events: scriptedAgent() }, { 'x-api-key': key })).status

describe('an account that somebody made for themselves', () => {
  it('goes after a week in which it was not used, and its key with it', async () => {
    const server = await open()
    const { key } = await signUp(server, 'ada@shop.example', '192.0.2.1')
    server.pass(7 * DAY - 1)
    await server.stores.prune(server.now())
    expect((await signUp(server, 'ada@shop.example', '192.0.2.1')).status, 'it is still there').toBe(409)
    server.pass(2)
    await server.stores.prune(server.now())
    expect(await use(server, key)).toBe(401)
    expect((await signUp(server, 'ada@shop.example', '192.0.2.1')).status).toBe(200)
  })

  it('stays for ninety days after it was used', async () => {
    const server = await open()
    const { key } = await signUp(server, 'ada@shop.example', '192.0.2.1')
    for (const days of [6, 80, 85]) {
      server.pass(days * DAY)
      await server.stores.prune(server.now())
      expect(await use(server, key), `${days} days later`).toBe(200)
    }
    server.pass(90 * DAY + 1)
    await server.stores.prune(server.now())
    expect(await use(server, key)).toBe(401)
  })

  it.each([
    ['IPv4', (i: number) => `192.0.2.${i}`, '192.0.3.1'],
    ['IPv6', (i: number) => `2001:db8:1:${i.toString(16)}::1`, '2001:db8:2::1'],
  ])('is one of twenty a day of a network, whichever of its addresses asks: %s', async (_, address, elsewhere) => {
    const server = await open()
    for (let i = 0; i < 20; i++) expect((await signUp(server, `${i}@shop.example`, address(i))).status).toBe(200)
    const refused = await signUp(server, 'more@shop.example', address(99))
    expect(refused.status).toBe(429)
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
    expect((await signUp(server, 'more@shop.example', elsewhere)).status).toBe(200)
    server.pass(DAY)
    expect((await signUp(server, 'next@shop.example', address(99))).status).toBe(200)
  })

  it('counts for its network also where another one’s key asks for it', async () => {
    const server = await open()
    let { key } = await signUp(server, 'first@shop.example', '192.0.2.1')
    for (let i = 1; i < 20; i++) key = (await signUp(server, `${i}@shop.example`, '192.0.2.1', key)).key
    expect((await signUp(server, 'more@shop.example', '192.0.2.1', key)).status).toBe(429)
  })
})
