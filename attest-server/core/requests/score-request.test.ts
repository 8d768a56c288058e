import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HttpFacts } from '../../facts/fact.js'
import type { Enrichment } from '../../network/enrichment.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { enrichment } from '../../testing/enrichment.js'
import { libraries } from '../../testing/library-headers.js'
import { people } from '../../testing/people-headers.js'
import { requestScoring, SCORED_AT } from '../../testing/request-scoring.js'
import { stockChromium, stockFirefox } from '../../testing/stock-headers.js'
import type { Identity } from '../identity/verified.js'
import { parseDescription } from './parse-description.js'
import { requestAnswer } from './request-answer.js'
import { scoreRequest } from './score-request.js'

type Headers = Readonly<Record<string, string>>

const scoring = requestScoring()
const clean = (headers: Headers): Headers => Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
const at = (http: HttpFacts, network: Enrichment | undefined): HttpFacts => ({ ...http, address: '8.8.4.4', network })
const score = (headers: Headers, network?: Enrichment) => scoreRequest(at(rawRequest(clean(headers)).http, network), scoring, SCORED_AT)
const told = (fields: object, network?: Enrichment) => {
  const parsed = parseDescription(fields, { trustedProxies: 0 })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return scoreRequest(at(parsed.value, network), scoring, SCORED_AT)
}
const datacenter = enrichment({ datacenter: true, asnClass: 'hosting' })
const networks = [
  undefined,
  datacenter,
  enrichment({ vpn: true, datacenter: true }),
  enrichment({ tor: true, datacenter: true }),
  enrichment({ residentialProxy: true }),
]

describe('scoreRequest', () => {
  // On plain http for sure, a browser is none of ours that hides its Sec-Fetch.
  const secure = Object.entries(people).filter(([name]) => name !== 'Chrome on plain http')

  it.each(secure)('lets %s through, wherever it comes from', (_, headers) => {
    expect(score(headers).hits).toEqual([])
    for (const network of networks) {
      expect(score(headers, network).decision).toBe('allow')
    }
  })

  it.each(Object.entries(people))(
    'lets %s through as somebody tells of it: with all names, and with the fields of the samples',
    (_, headers) => {
      const order = Object.keys(clean(headers))
      const { http } = describedRequest(clean(headers), order, 'sec-fetch-site' in headers)
      expect(scoreRequest(http, scoring, SCORED_AT).decision).toBe('allow')
      const fields = {
        useragent: headers['user-agent'],
        sec_ch_ua: headers['sec-ch-ua'] ?? '',
        acceptlanguage: headers['accept-language'],
        acceptencoding: headers['accept-encoding'],
        accept: headers.accept,
        ip: '203.0.113.7',
      }
      expect(told(fields).decision).toBe('allow')
      expect(told({ useragent: headers['user-agent'], ip: '203.0.113.7' }).decision).toBe('allow')
    },
  )

  it.each(secure)('lets %s through behind a filter that takes away any one header', (_, headers) => {
    for (const name of Object.keys(headers).filter((one) => one !== 'user-agent')) {
      expect(score({ ...headers, [name]: '' }).decision, `without ${name}`).toBe('allow')
    }
  })

  it('lets a person through who has changed the user agent', () => {
    expect(score({ ...stockChromium, 'user-agent': stockFirefox['user-agent']! }).decision).toBe('allow')
    expect(score({ ...stockFirefox, 'user-agent': stockChromium['user-agent']! }).decision).toBe('allow')
    expect(score({ ...stockChromium, 'user-agent': stockChromium['user-agent']!.replaceAll('156', '140') }).decision).toBe('allow')
  })

  it('lets apps on phones through, and looks at requests without a user agent', () => {
    expect(score({ 'user-agent': 'okhttp/4.12.0', 'accept-encoding': 'gzip', connection: 'Keep-Alive' }).decision).toBe('allow')
    expect(score({ accept: '*/*' }).decision).toBe('review')
  })

  it.each(Object.entries(libraries))('blocks %s by its own name', (_, headers) => {
    expect(score(headers).decision).toBe(headers['user-agent'] === undefined ? 'review' : 'block')
  })

  it.each(Object.entries(libraries))('stops %s in Chrome’s name, also where only the fields of the samples are told', (name, headers) => {
    // Scrapy asks for a language and a page, as a browser does.
    const { decision } = score({ ...headers, 'user-agent': stockChromium['user-agent']! })
    expect(decision).toBe(name === 'Scrapy' ? 'review' : 'block')
    const fields = {
      useragent: stockChromium['user-agent'],
      sec_ch_ua: '',
      acceptlanguage: headers['accept-language'] ?? '',
      acceptencoding: headers['accept-encoding'] ?? '',
      accept: headers.accept ?? '',
      ip: '203.0.113.7',
    }
    expect(['review', 'block']).toContain(told(fields, datacenter).decision)
  })

  it('says why, in tokens whose importance adds up', () => {
    const { attributions, hits } = score({ ...libraries['python-requests']!, 'user-agent': stockChromium['user-agent']! }, datacenter)
    expect(attributions.map(({ token }) => token)).toEqual(
      expect.arrayContaining(['sec-ch-ua:missing', 'accept-language:missing', 'datacenter:2']),
    )
    expect(attributions.reduce((sum, { importance }) => sum + Math.abs(importance), 0)).toBeCloseTo(1, 2)
    expect(hits.map(({ name }) => name)).toEqual(expect.arrayContaining(['client_hints_missing', 'library_headers', 'datacenter_ip']))
  })

  it('hits what the documented example hits', () => {
    const example = {
      useragent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15',
      sec_ch_ua: '"Chromium";v="123", "Not A;Brand";v="99"',
      ip: '127.0.0.1',
      xforwardedfor: '104.21.32.1',
      extra_headers: { 'cf-connecting-ip': '104.21.32.1' },
    }
    expect(told(example, datacenter).hits.map(({ name }) => name)).toEqual(['ua_mismatch', 'datacenter_ip'])
    expect(told(example, datacenter).decision).toBe('review')
    expect(told(example).decision, 'without a database').toBe('allow')
  })

  it('learns from labels, and never from its own', () => {
    const learning = requestScoring()
    const { http } = describedRequest(stockChromium, Object.keys(stockChromium))
    const judge = (id?: string) => scoreRequest(http, learning, SCORED_AT, id === undefined ? {} : { id })
    const before = judge().invalid
    const other = scoreRequest(rawRequest(stockFirefox).http, learning, SCORED_AT).tokens
    for (let i = 0; i < 30; i++) {
      for (const [id, tokens, invalid] of [
        [`bad-${i}`, judge().tokens, true],
        [`good-${i}`, other, false],
      ] as const) {
        learning.neighbours!.remember(id, tokens, SCORED_AT)
        learning.neighbours!.label(id, { invalid, converted: !invalid }, SCORED_AT)
      }
    }
    expect(judge()).toMatchObject({ neighbours: { inv: 30, ok: 0 }, decision: 'allow' })
    expect(judge().invalid).toBeGreaterThan(before)
    expect(judge().converted).toBeLessThan(0.2)
    expect(judge('bad-3').neighbours.inv).toBe(29)
  })

  it('never blocks a crawler or an agent that proved who it is, and says what proved it', () => {
    const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
    const subject = at(rawRequest({ 'user-agent': googlebot, accept: '*/*' }).http, datacenter)
    expect(scoreRequest(subject, scoring, SCORED_AT).decision).toBe('block')
    const verified = { state: 'verified', verified: { by: 'crawler', id: 'google', category: 'search' } } as const
    const passed = scoreRequest(subject, scoring, SCORED_AT, { identity: verified })
    expect(passed).toMatchObject({ invalid: 0, decision: 'allow', attributions: [] })
    expect(passed.hits.map(({ name }) => name)).toEqual(['verified_crawler'])
    for (const headers of Object.values(libraries)) {
      expect(scoreRequest(at(rawRequest(headers).http, datacenter), scoring, SCORED_AT, { identity: verified }).decision).toBe('allow')
    }
  })

  it('tells an impostor apart, and takes a signature that no list knows for no proof', () => {
    const http = rawRequest({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)', accept: '*/*' }).http
    const judge = (identity: Identity) => scoreRequest(http, scoring, SCORED_AT, { identity })
    const impostor = judge({ state: 'impostor', claimed: 'google', category: 'search' })
    expect(impostor.hits.map(({ name }) => name)).toContain('crawler_impostor')
    expect(impostor.invalid).toBeGreaterThan(judge({ state: 'unknown' }).invalid)
    expect(judge({ state: 'signed', agent: 'https://bot.example' })).toMatchObject({ decision: 'block' })
  })

  it('answers in the surface’s shape, and bounded whatever was told', () => {
    const requestId = '0b0f0c9e-6d0a-4b8e-9f3f-2f7a4f1c9d11'
    const answer = requestAnswer(told({ useragent: 'x'.repeat(2000), acceptlanguage: 'y'.repeat(2000) }), datacenter, requestId)
    expect(answer).toMatchObject({
      p_is_converted: null,
      request_id: requestId,
      ip_enrichment: { is_datacenter: true, is_vpn: null, is_residential_proxy: null },
      neighbors_total_counts: { inv: 0, ok: 0 },
    })
    expect(JSON.stringify(answer).length).toBeLessThan(1500)
  })

  it('never throws, and more evidence of a bot never lowers the probability', () => {
    const header = fc.constantFrom('user-agent', 'accept', 'accept-language', 'accept-encoding', 'sec-ch-ua', 'sec-fetch-mode', 'te', 'via')
    fc.assert(
      fc.property(fc.dictionary(header, fc.oneof(fc.string(), fc.constantFrom(...Object.values(stockChromium)))), (headers) => {
        const here = score(headers)
        expect(here.invalid).toBeGreaterThan(0)
        expect(here.invalid).toBeLessThan(1)
        expect(score(headers, datacenter).invalid).toBeGreaterThanOrEqual(here.invalid)
      }),
    )
  })
})
