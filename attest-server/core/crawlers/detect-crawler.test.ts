import { describe, expect, it } from 'vitest'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import { type Asked, detectBody } from '../../crawlers/testing/detect-body.js'
import { detectCrawler } from './detect-crawler.js'

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'
const IP = '66.249.66.1'
const NAME = 'crawl-66-249-66-1.googlebot.com'
const googleDns = { [IP]: [NAME], [NAME]: [IP] }

describe('detection', () => {
  it("answers the guide's example with all fields that the guide has", async () => {
    expect(await detectBody({ ip: IP, ua: GOOGLEBOT }, { online: true, dns: googleDns })).toEqual({
      vendor: 'google',
      ok: true,
      reason: 'ip_and_ua_match',
      ua_present: true,
      ua_source: 'param',
      ua_match: true,
      ip_match: true,
      dns_verified: false,
      rdns_checked: false,
      asn_verified: false,
      asn_checked: false,
      cidr_empty: false,
      ip_kind: 'search_bot',
      ip_kind_source: 'json',
      ptr: NAME,
      category: 'search',
      impostor: false,
      ranges_source: 'feed',
      ranges_age: 0,
    })
  })

  it('works without any network, and says so', async () => {
    expect(await detectBody({ ip: IP, vendor: 'google' })).toMatchObject({
      ok: true,
      ip_match: true,
      ptr: null,
      ranges_source: 'snapshot',
      ranges_age: 96 * 86_400,
    })
  })

  it('is refused for what is no address', async () => {
    const deps = await crawlerDeps({})
    const none = {
      crawler: undefined,
      userAgent: undefined,
      verifyRdns: false,
      strictRdns: false,
      verifyAsn: false,
      strictAsn: false,
      asn: undefined,
    }
    for (const ip of ['', '66.249.66', 'google.com', '66.249.66.1/32'])
      expect(await detectCrawler({ ...none, ip }, deps)).toEqual({ ok: false, error: 'not_an_address' })
  })

  it.each<[string, Asked, string, boolean]>([
    ['address and user agent are', { ip: IP, vendor: 'google', ua: GOOGLEBOT }, 'ip_and_ua_match', true],
    ['the address is, and there is no user agent', { ip: IP, vendor: 'google' }, 'ip_match', true],
    ['the address is, and the user agent is not', { ip: IP, vendor: 'google', ua: CHROME }, 'ip_match_but_ua_not_matched', true],
    ['only the user agent is', { ip: '1.1.1.1', vendor: 'google', ua: GOOGLEBOT }, 'ua_not_matched', false],
    ['neither is', { ip: '1.1.1.1', vendor: 'google', ua: CHROME }, 'ip_not_in_vendor_ranges', false],
    ['the address is not, and there is no user agent', { ip: '1.1.1.1', vendor: 'google' }, 'ip_not_in_vendor_ranges', false],
    ["the address is another vendor's", { ip: '157.55.39.250', vendor: 'google', ua: GOOGLEBOT }, 'ua_not_matched', false],
  ])('says why where %s', async (_, asked, reason, ok) => {
    const impostor = reason === 'ua_not_matched'
    expect(await detectBody(asked, { online: true })).toMatchObject({ vendor: 'google', reason, ok, ip_match: ok, impostor })
    expect(await detectBody(asked)).toMatchObject({
      vendor: 'google',
      reason,
      ok,
      ip_match: ok,
      impostor: false,
      ranges_source: 'snapshot',
    })
  })

  it('calls nobody an impostor by ranges that are too old for a no, and still by DNS', async () => {
    const asked = { ip: '1.1.1.1', vendor: 'google', ua: GOOGLEBOT, verifyRdns: true }
    expect(await detectBody(asked)).toMatchObject({ reason: 'ua_not_matched', rdns_checked: false, impostor: false })
    expect(await detectBody(asked, { dns: {} })).toMatchObject({ reason: 'ua_not_matched', rdns_checked: true, impostor: true })
  })

  it('tells whence the user agent came', async () => {
    expect(await detectBody({ ip: IP, ua: GOOGLEBOT })).toMatchObject({ ua_present: true, ua_source: 'param', ua_match: true })
    expect(await detectBody({ ip: IP, header: GOOGLEBOT })).toMatchObject({
      ua_present: false,
      ua_source: 'header',
      ua_match: true,
      reason: 'ip_and_ua_match',
    })
    expect(await detectBody({ ip: IP })).toMatchObject({ ua_present: false, ua_source: null, ua_match: false })
  })

  it.each([
    ['157.55.39.250', 'bing'],
    ['::ffff:157.55.39.250', 'bing'],
    ['5.45.207.1', 'yandex'],
    ['77.75.76.3', 'seznam'],
    ['2a03:2880:f310::1', 'meta'],
    ['2001:4860:4801:10::7', 'google'],
  ])('finds whose %s is without a user agent, or with one that claims nothing: %s', async (ip, vendor) => {
    expect(await detectBody({ ip })).toMatchObject({
      vendor,
      ok: true,
      reason: 'ip_match',
      ip_kind: vendor === 'google' ? 'search_bot' : null,
    })
    expect(await detectBody({ ip, ua: CHROME })).toMatchObject({ vendor, ok: true, reason: 'ip_match_but_ua_not_matched' })
  })

  it('finds nobody where the address is nobody’s', async () => {
    expect(await detectBody({ ip: '1.1.1.1', header: CHROME })).toMatchObject({
      vendor: null,
      ok: false,
      reason: 'ip_not_in_vendor_ranges',
      ua_source: 'header',
      ip_kind: null,
    })
  })

  it('holds the address against whom the user agent names, and of several against whose it is', async () => {
    expect(await detectBody({ ip: '157.55.39.250', ua: GOOGLEBOT })).toMatchObject({ vendor: 'google', ok: false })
    expect(await detectBody({ ip: '157.55.39.250', ua: 'Googlebot bingbot' })).toMatchObject({
      vendor: 'bing',
      ok: true,
      reason: 'ip_and_ua_match',
    })
    expect(await detectBody({ ip: '1.1.1.1', ua: 'Googlebot bingbot' }, { online: true })).toMatchObject({
      vendor: 'google',
      ok: false,
      impostor: true,
    })
  })
})
