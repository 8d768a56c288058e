import { describe, expect, it } from 'vitest'
import type { RequestAnswer } from '../../core/requests/request-answer.js'
import { enrichment } from '../../testing/enrichment.js'
import { createRequestsClient } from '../../testing/scored-requests.js'
import { stockChromium } from '../../testing/stock-headers.js'
import { requestScore } from './schemas.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const chrome = Object.fromEntries(Object.entries(stockChromium).filter(([, value]) => value !== ''))
const told = {
  useragent: chrome['user-agent'],
  acceptlanguage: 'de-DE,de;q=0.9',
  accept: chrome.accept,
  acceptencoding: 'gzip, deflate, br, zstd',
  ip: '203.0.113.9',
}

const { get, post, score, server, key } = await createRequestsClient()
const probed = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<RequestAnswer> =>
  (await (await get(path, headers)).json()) as RequestAnswer
const tokens = ({ token_attribution_invalid: all }: RequestAnswer) => all.map(({ token }) => token).join(' ')

describe('GET /probe', () => {
  it('judges the request that comes, without its key (NBP-01)', async () => {
    const person = await probed('/probe', chrome)
    expect([person.decision, requestScore.safeParse(person).success]).toEqual(['allow', true])
    const library = await probed('/probe', { 'user-agent': 'python-requests/2.32.3' })
    expect([library.decision, library.rule_hits.length > 0]).toEqual(['block', true])
  })

  it('takes every field from the query, extra headers as JSON, and the order (NBP-01, NBP-02)', async () => {
    const fields = { ...told, sec_ch_ua: '', dnt: '1', via: '1.1 x', pragma: 'no-cache', cache_control: 'no-cache', xrealip: '203.0.113.9' }
    const query = new URLSearchParams({
      ...(fields as Record<string, string>),
      sec_ch_ua_mobile: '?0',
      upgrade_insecure_requests: '1',
      xforwardedfor: '203.0.113.9',
      extra_headers: '{"sec-fetch-mode":"navigate"}',
      headerorder: 'host, user-agent, accept',
    })
    expect(tokens(await probed(`/probe?${query}`))).toContain('sec-ch-ua:missing')
    const crawler = await probed(`/probe?${new URLSearchParams({ extra_headers: '{"user-agent":"curl/8.5.0"}' })}`)
    expect(tokens(crawler)).toContain('user-agent:curl/8.5.0')
  })

  it('mixes nothing of the backend’s own in once a field is given, even an empty one (NBP-03)', async () => {
    const backend = { 'user-agent': 'python-requests/2.32.3', accept: '*/*', 'accept-encoding': 'gzip, deflate' }
    for (const query of [new URLSearchParams(told as Record<string, string>), new URLSearchParams({ acceptlanguage: 'de' })]) {
      const { decision, token_attribution_invalid } = await probed(`/probe?${query}`, backend)
      expect([decision, JSON.stringify(token_attribution_invalid).includes('python')]).toEqual(['allow', false])
    }
    expect((await probed('/probe?dnt=', backend)).p_is_invalid).toBeLessThan(0.5)
    expect((await probed('/probe?unknown=1', backend)).decision).toBe('block')
  })
})

describe('POST /score', () => {
  it('answers all of NBP-05, each with an id of its own', async () => {
    const answers = [await score(told), await score(told)]
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual([
        'p_is_invalid',
        'p_is_converted',
        'decision',
        'rule_hits',
        'request_id',
        'ip_enrichment',
        'token_attribution_invalid',
        'neighbors_total_counts',
      ])
      expect(answer.request_id).toMatch(UUID)
    }
    expect(answers[0]!.request_id).not.toBe(answers[1]!.request_id)
  })

  it('decides allow, review or block, by a probability that callers may take thresholds of their own to (NBP-06, NBP-08)', async () => {
    const seen = [
      await score(told),
      await score({ ...told, useragent: '' }),
      await score({ useragent: 'curl/8.5.0', extra_headers: { accept: '*/*' } }),
    ]
    expect(seen.map(({ decision }) => decision)).toEqual(['allow', 'review', 'block'])
    const strict = await createRequestsClient({ settings: { requests: { thresholds: { review: 0.01, block: 0.02 }, callerProxies: 0 } } })
    expect((await strict.score(told)).decision).toBe('block')
  })

  it('names detections by the names of the one registry (NBP-07)', async () => {
    const enrich = () => enrichment({ datacenter: true, asnClass: 'hosting' })
    const client = await createRequestsClient({ deps: { client: { enrich, ja4Header: undefined } } })
    expect((await client.score(told)).rule_hits).toContain('datacenter_ip')
  })

  it('says null of conversion, and no look-alikes, while nothing was reported (NBP-08, NBP-09)', async () => {
    const answer = await score(told)
    expect([answer.p_is_converted, answer.neighbors_total_counts]).toEqual([null, { inv: 0, ok: 0 }])
  })

  it('says where the databases say something, and null where none does', async () => {
    expect((await score(told)).ip_enrichment).toEqual({ is_datacenter: null, is_vpn: null, is_residential_proxy: null })
    const asked: string[] = []
    const enrich = (address: string) => {
      asked.push(address)
      return enrichment({ datacenter: true, vpn: false })
    }
    const client = await createRequestsClient({ deps: { client: { enrich, ja4Header: undefined } } })
    expect((await client.score(told)).ip_enrichment).toEqual({ is_datacenter: true, is_vpn: false, is_residential_proxy: null })
    await client.score({ ...told, ip: '10.0.0.1', xforwardedfor: '198.51.100.7, 192.0.2.1' })
    expect(asked, 'nobody said how many proxies there are').toEqual(['203.0.113.9', '10.0.0.1'])
  })

  it('believes the right-most hop that no proxy of the caller wrote, and never the first (NBP-16)', async () => {
    const asked: string[] = []
    const enrich = (address: string) => {
      asked.push(address)
      return enrichment()
    }
    const requests = { thresholds: { review: 0.5, block: 0.9 }, callerProxies: 1 }
    const client = await createRequestsClient({ settings: { requests }, deps: { client: { enrich, ja4Header: undefined } } })
    await client.score({ useragent: 'x', ip: '10.0.0.1', xforwardedfor: '8.8.8.8, 203.0.113.77' })
    expect(asked).toEqual(['203.0.113.77'])
  })

  it('weighs shares that say what made it, each between −1 and 1 (NBP-09)', async () => {
    const { token_attribution_invalid } = await score({ useragent: 'curl/8.5.0', accept: '*/*' })
    expect(token_attribution_invalid[0]).toMatchObject({ token: 'user-agent:curl/8.5.0' })
    const whole = token_attribution_invalid.reduce((sum, { importance }) => sum + Math.abs(importance), 0)
    expect(whole).toBeGreaterThan(0)
    expect(whole).toBeLessThanOrEqual(1.001)
  })
})

describe('what is wrong', () => {
  it('is 401 without a good key, in the words of FastAPI (NBP-11, X-05)', async () => {
    const kinds = await server.apiKeys.issue(server.project.id, 'detlab', 'other', 'pro')
    for (const wrong of ['', 'afk_nonsense', server.secretKey, kinds.ok ? kinds.value.secret : '', `${key.slice(0, -1)}!`]) {
      const response = await post('/score', told, { 'x-api-key': wrong })
      expect([response.status, await response.json()]).toEqual([401, { detail: 'Invalid or missing API key' }])
    }
    expect((await get('/probe', { 'x-api-key': '', authorization: `Bearer ${key}` })).status).toBe(401)
  })

  it('is 400 with each field and where it stands', async () => {
    const response = await post('/score', { useragent: 'x'.repeat(3000), ip: 'nowhere' })
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        detail: [
          { loc: ['body', 'useragent'], msg: 'must have at most 2048 characters', type: 'value_error' },
          { loc: ['body', 'ip'], msg: 'must be an IPv4 or IPv6 address', type: 'value_error' },
        ],
      },
    ])
    const query = await get('/probe?ip=nowhere&extra_headers=%5B')
    expect(((await query.json()) as { detail: { loc: string[] }[] }).detail.map(({ loc }) => loc.join('.'))).toEqual([
      'query.extra_headers',
      'query.ip',
    ])
  })

  it.each([
    ['no JSON', '{"useragent":', 400],
    ['a list', '[]', 400],
    ['nothing told', '{}', 400],
    ['null', 'null', 400],
    ['a name that reaches a prototype', '{"useragent":"x","extra_headers":{"__proto__":{"a":"b"}}}', 400],
    ['headers that are none', '{"extra_headers":{"a b":"c"}}', 400],
    ['a header that would break a log', '{"useragent":"a\\r\\nb"}', 400],
    ['depth', `${'{"extra_headers":'.repeat(40)}1${'}'.repeat(40)}`, 400],
    [
      'a hundred headers',
      JSON.stringify({ extra_headers: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`h${i}`, '1'])) }),
      400,
    ],
    ['too much', `{"useragent":"${'x'.repeat(200_000)}"}`, 413],
  ])('is never 5xx for %s', async (_, body, status) => {
    const response = await post('/score', body)
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([status, ['detail']])
  })

  it('is said in the same words by addresses and methods that are not there', async () => {
    const answers = [await get('/score'), await get('/probe/x'), await post('/score', told, { 'content-type': 'image/png' })]
    expect(answers.map(({ status }) => status)).toEqual([405, 404, 415])
    for (const answer of answers) expect(Object.keys((await answer.json()) as object)).toEqual(['detail'])
  })

  it('is 429 beyond ten a minute, five hundred a day of the free tier (NBP-12)', async () => {
    const free = await createRequestsClient({}, 'free')
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await free.get('/probe')).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    const refused = await free.post('/score', told)
    expect([Number(refused.headers.get('retry-after')) > 0, await refused.json()]).toEqual([true, { detail: 'Rate limit exceeded' }])
    let taken = 10
    while (taken < 600) {
      free.server.pass(60)
      if (!(await free.get('/probe')).ok) break
      taken++
      for (let i = 0; i < 9 && (await free.get('/probe')).ok; i++) taken++
    }
    expect(taken).toBe(500)
  })
})
