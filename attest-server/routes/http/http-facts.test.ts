import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { HttpFacts, SeenTls } from '../../facts/fact.js'
import type { AppEnv, Connection } from './env.js'
import { type HttpFactsSettings, httpFacts } from './http-facts.js'

const connection: Connection = {
  httpVersion: '1.1',
  rawHeaders: [],
  socket: { remoteAddress: '127.0.0.1' },
}

async function factsOf(
  settings: Partial<HttpFactsSettings>,
  headers: Readonly<Record<string, string>> = {},
  incoming = connection,
  tls?: SeenTls,
): Promise<HttpFacts> {
  const app = new Hono<AppEnv>()
  let facts: HttpFacts | undefined
  app.get('/', (c) => {
    facts = httpFacts(c, 'fetch', { issuer: 'http://127.0.0.1:8787', trustedProxies: 0, ...settings })
    return c.body(null)
  })
  const { host = '127.0.0.1:8787', ...others } = headers
  const rawHeaders = Object.entries({ Host: host, 'User-Agent': 'x', ...others }).flat()
  await app.request('/', { headers: { host, ...others } }, { incoming: { ...incoming, rawHeaders }, tls })
  if (!facts) throw new Error('no facts')
  return facts
}

describe('httpFacts', () => {
  it('gives headers by lower-case name, and their names as they came', async () => {
    const { headers, headerNames } = await factsOf({}, { 'User-Agent': 'x' })
    expect(headers.get('user-agent')).toBe('x')
    expect(headerNames).toEqual(['Host', 'User-Agent'])
  })

  it('joins a header that came twice, and takes none of HTTP/2’s own for one', async () => {
    const app = new Hono<AppEnv>()
    let headers: HttpFacts['headers'] = new Map()
    app.get('/', (c) => {
      headers = httpFacts(c, 'fetch', { issuer: 'http://127.0.0.1:8787', trustedProxies: 0 }).headers
      return c.body(null)
    })
    const rawHeaders = [':authority', '127.0.0.1:8787', 'Accept', 'a', 'X-Own', '1', 'accept', 'b']
    await app.request('/', {}, { incoming: { ...connection, rawHeaders } })
    expect([...headers]).toEqual([
      ['accept', 'a, b'],
      ['x-own', '1'],
    ])
  })

  it('knows the address as the socket or a configured proxy tells it, and never a guess', async () => {
    const forwarded = { 'x-forwarded-for': '198.51.100.1' }
    expect((await factsOf({})).address).toBe('127.0.0.1')
    expect((await factsOf({ trustedProxies: 1 }, forwarded)).address).toBe('198.51.100.1')
    expect((await factsOf({}, forwarded)).address, 'a proxy that nobody configured').toBeUndefined()
    expect((await factsOf({ trustedProxies: 1 })).address, 'past the proxy').toBeUndefined()
  })

  it('knows no names where a proxy stands between, or where HTTP/2 has none', async () => {
    expect((await factsOf({ trustedProxies: 1 })).headerNames).toBeUndefined()
    expect((await factsOf({ issuer: 'https://attest.example' })).headerNames).toBeUndefined()
    expect((await factsOf({}, {}, { ...connection, httpVersion: '2.0' })).headerNames).toBeUndefined()
  })

  it('knows names on https, too, where TLS ended here', async () => {
    const secure = { ...connection, socket: { remoteAddress: '127.0.0.1', encrypted: true } }
    const names = async (settings: Partial<HttpFactsSettings>) =>
      (await factsOf({ issuer: 'https://attest.example', ...settings }, {}, secure)).headerNames
    expect(await names({})).toEqual(['Host', 'User-Agent'])
    expect(await names({ trustedProxies: 1 }), 'a proxy that opens TLS anew').toBeUndefined()
  })

  it('takes what was seen of TLS for the visitor’s, and that of a proxy for nobody’s', async () => {
    const tls = { ja4: 't13d1813h1_85036bcba153_d339722ba4af', shape: 'plain' } as const
    expect((await factsOf({}, {}, connection, tls)).tls).toEqual(tls)
    expect((await factsOf({ trustedProxies: 1 }, {}, connection, tls)).tls).toBeUndefined()
    expect((await factsOf({})).tls).toBeUndefined()
  })

  it('knows where browsers send Sec headers', async () => {
    expect((await factsOf({})).trustworthy).toBe(true)
    expect((await factsOf({}, { host: 'localhost:8787' })).trustworthy).toBe(true)
    expect((await factsOf({}, { host: '192.168.1.5:8787' })).trustworthy).toBe(false)
    expect((await factsOf({ issuer: 'http://attest.example' })).trustworthy).toBe(false)
    expect((await factsOf({ issuer: 'https://attest.example' }, { host: 'attest.example' })).trustworthy).toBe(true)
  })
})
