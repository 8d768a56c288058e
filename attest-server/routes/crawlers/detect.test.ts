import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { createTestServer, type TestServerOptions } from '../../testing/test-server.js'

const GOOGLE = '66.249.66.1'
const STRANGER = '203.0.114.7'
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

interface Result extends Readonly<Record<string, unknown>> {
  readonly vendor: string | null
  readonly ok: boolean
}

type Headers = Readonly<Record<string, string>>

/** A server whose vendors' files are there, and a key of its project. */
async function start(options: TestServerOptions = {}, world: Parameters<typeof crawlerDeps>[0] = { online: true }) {
  const server = await createTestServer({
    ...options,
    settings: { trustedProxies: 1, ...options.settings },
    deps: { crawlers: await crawlerDeps(world), ...options.deps },
  })
  const key = await server.issue('yeb')
  const send = (path: string, body: unknown, headers: Headers = { authorization: `Bearer ${key}` }) =>
    server.app.request(`/v1/bot/detect${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Guzzle/7', 'x-forwarded-for': STRANGER, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const detect = async (path: string, body: object, headers: Headers = {}) => {
    const response = await send(path, body, { authorization: `Bearer ${key}`, ...headers })
    expect(response.status).toBe(200)
    return ((await response.json()) as { result: Result }).result
  }
  return { server, key, send, detect }
}

describe('POST /v1/bot/detect', () => {
  it('is auto, and /detect/detect is the same (YEB-01)', async () => {
    const { detect } = await start()
    const found = await detect('', { ip: GOOGLE, ua: GOOGLEBOT })
    expect(found).toMatchObject({ vendor: 'google', ok: true, reason: 'ip_and_ua_match', ua_source: 'param', ip_kind: 'search_bot' })
    expect(await detect('/detect', { ip: GOOGLE, ua: GOOGLEBOT })).toEqual(found)
  })

  it.each(['google', 'bing', 'duck', 'qwant', 'meta', 'yandex', 'seznam', 'openai'])('knows the vendor %s (YEB-02)', async (vendor) => {
    const { detect } = await start()
    expect(await detect(`/${vendor}`, { ip: STRANGER })).toMatchObject({ vendor, ok: false, ip_match: false, cidr_empty: false })
  })

  it('takes the key as Bearer, in the body and in the query, and the first place that holds one counts (YEB-03)', async () => {
    const { key, send } = await start()
    const body = { ip: GOOGLE }
    const statuses = [
      await send('', body, { authorization: `Bearer ${key}` }),
      await send('', { ...body, api_key: key }, {}),
      await send(`?api_key=${key}`, body, {}),
      await send(`?api_key=${key}`, { ...body, api_key: 'wrong' }, {}),
      await send('', { ...body, api_key: key }, { authorization: 'Bearer wrong' }),
      await send('', { ...body, api_key: 7 }, {}),
      await send('', body, {}),
    ].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 200, 401, 401, 401, 401])
  })

  it('says who may not call as yeb.to does, with a number for a code (X-05, YEB-14)', async () => {
    const { server, send } = await start()
    const others = [await server.issue('afk'), server.secretKey]
    for (const key of ['nobody', ...others]) {
      const refused = await send('', { ip: GOOGLE }, { authorization: `Bearer ${key}` })
      expect([refused.status, await refused.json()]).toEqual([401, { error: 'Missing or wrong API key', code: 401 }])
    }
  })

  it('takes the caller’s own address where there is none, and asks for one of a vendor (YEB-04)', async () => {
    const { detect, send } = await start()
    expect(await detect('', {}, { 'x-forwarded-for': GOOGLE, 'user-agent': GOOGLEBOT })).toMatchObject({ vendor: 'google', ok: true })
    expect((await send('', undefined, { authorization: 'Bearer x' })).status).toBe(401)
    const refused = await send('/google', {})
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'ip: an IPv4 or IPv6 address is needed.', code: 400 }])
    expect(await detect('/google', { ip: '2001:4860:4801:10::1' })).toMatchObject({ ok: true, ip_match: true })
  })

  it('takes no address that is only guessed', async () => {
    const { send } = await start({ settings: { trustedProxies: 2 } })
    expect((await send('', {})).status).toBe(400)
  })

  it('takes the caller’s own user agent on auto, and none for a vendor (YEB-05)', async () => {
    const { detect } = await start()
    const own = { 'user-agent': GOOGLEBOT }
    expect(await detect('', { ip: GOOGLE }, own)).toMatchObject({ ua_present: false, ua_source: 'header', ua_match: true })
    expect(await detect('/google', { ip: GOOGLE }, own)).toMatchObject({ ua_source: null, ua_match: false, reason: 'ip_match' })
  })

  it.each([true, 'true', '1', 1])('takes %j for yes (YEB-06)', async (yes) => {
    const { detect } = await start({}, { online: true, dns: {} })
    const strict = await detect('/google', { ip: GOOGLE, verify_rdns: yes, strict_rdns: yes })
    expect(strict).toMatchObject({ ok: false, ip_match: true, rdns_checked: true, dns_verified: false })
  })

  it.each([false, 'false', '0', 0, '', null])('takes %j for no (YEB-06)', async (no) => {
    const { detect } = await start({}, { online: true, dns: {} })
    expect(await detect('/google', { ip: GOOGLE, verify_rdns: no, strict_rdns: true })).toMatchObject({ ok: true, rdns_checked: false })
  })

  it('confirms by DNS and by the autonomous system where it is asked to (YEB-06)', async () => {
    const name = 'crawl-66-249-66-1.googlebot.com'
    const { detect } = await start({}, { online: true, dns: { [GOOGLE]: [name], [name]: [GOOGLE] }, asns: { [GOOGLE]: 15169 } })
    const body = { ip: GOOGLE, verify_rdns: 'true', strict_rdns: '1', verify_asn: true, strict_asn: true, asn: 'AS15169' }
    expect(await detect('/google', body)).toMatchObject({ ok: true, dns_verified: true, asn_checked: true, asn_verified: true, ptr: name })
    expect(await detect('/google', { ...body, asn: 32934 })).toMatchObject({ ok: false, asn_verified: false })
  })

  it('always says everything (YEB-07, YEB-08)', async () => {
    const { detect } = await start()
    const all =
      'vendor ok reason ua_present ua_source ua_match ip_match dns_verified rdns_checked asn_verified asn_checked cidr_empty ip_kind ip_kind_source ptr'
    for (const path of ['', '/google', '/seznam'])
      expect(Object.keys(await detect(path, { ip: STRANGER }))).toEqual(expect.arrayContaining(all.split(' ')))
  })

  it('has each of the five reasons, and is never ok by the user agent (YEB-09)', async () => {
    const { detect } = await start()
    const of = async (ip: string, ua?: string) => {
      const { ok, reason } = await detect('/google', { ip, ...(ua === undefined ? {} : { ua }) })
      return [ok, reason]
    }
    expect(await of(GOOGLE, GOOGLEBOT)).toEqual([true, 'ip_and_ua_match'])
    expect(await of(GOOGLE)).toEqual([true, 'ip_match'])
    expect(await of(GOOGLE, CHROME)).toEqual([true, 'ip_match_but_ua_not_matched'])
    expect(await of(STRANGER, GOOGLEBOT)).toEqual([false, 'ua_not_matched'])
    expect(await of(STRANGER, CHROME)).toEqual([false, 'ip_not_in_vendor_ranges'])
  })

  it('tells whose an address is by itself, and of nobody’s that it is nobody’s (YEB-11)', async () => {
    const { detect } = await start()
    expect(await detect('', { ip: GOOGLE, ua: CHROME })).toMatchObject({ vendor: 'google', ok: true })
    expect(await detect('', { ip: STRANGER, ua: CHROME })).toMatchObject({ vendor: null, ok: false, reason: 'ip_not_in_vendor_ranges' })
  })

  it('says that no ranges are known, and how old those are that are (YEB-12)', async () => {
    const { detect } = await start({}, { online: false })
    expect(await detect('/meta', { ip: STRANGER })).toMatchObject({ ok: false, ranges_source: expect.stringMatching(/snapshot|none/) })
    const empty = await start({}, { crawlers: (await crawlerDeps({})).crawlers.map((crawler) => ({ ...crawler, ranges: [] })) })
    expect(await empty.detect('/google', { ip: GOOGLE })).toMatchObject({ ok: false, cidr_empty: true, ranges_source: 'none' })
    expect(await detect('/google', { ip: GOOGLE })).toMatchObject({ ok: true, ranges_source: 'snapshot', ranges_age: expect.any(Number) })
  })

  it('says of an unknown action that it is one, with 422 (YEB-13)', async () => {
    const { send } = await start()
    const refused = await send('/foo', { ip: GOOGLE })
    expect([refused.status, await refused.json()]).toEqual([422, { error: "Unknown action 'foo'", code: 422 }])
    expect(((await (await send(`/${'x'.repeat(5000)}`, {})).json()) as { error: string }).error.length).toBeLessThan(100)
    const beyond = await send('/google/more', {})
    expect([beyond.status, await beyond.json()]).toEqual([404, { error: 'Not found', code: 404 }])
  })

  it('takes twenty requests a second of a key, and counts those that fail (YEB-15)', async () => {
    const { send, server } = await start()
    const statuses = []
    for (let i = 0; i < 21; i++) statuses.push((await send(i % 2 ? '/foo' : '', { ip: i % 3 ? GOOGLE : '' })).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    expect(statuses.at(-1)).toBe(429)
    server.pass(1)
    expect((await send('', { ip: GOOGLE })).status).toBe(200)
  })

  it('calls a liar a liar, and reads forms (YEB-16)', async () => {
    const { key, send } = await start()
    const response = await send('', new URLSearchParams({ api_key: key, ip: STRANGER, ua: GOOGLEBOT }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(((await response.json()) as { result: Result }).result).toMatchObject({ vendor: 'google', ok: false, impostor: true })
    expect((await send('', '{')).status).toBe(400)
  })

  it('answers whatever is sent, and never with a fault of its own', async () => {
    const { server, key, send } = await start()
    const hostile = fc.record(
      { ip: fc.anything(), ua: fc.anything(), asn: fc.anything(), verify_rdns: fc.anything(), api_key: fc.anything() },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(hostile, fc.string(), async (body, path) => {
        server.pass(1)
        const text = JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
        const response = await send(`/${encodeURIComponent(path)}`, text, { authorization: `Bearer ${key}` })
        expect(response.status).toBeLessThan(500)
        await response.json()
      }),
      { numRuns: 200 },
    )
  })
})
