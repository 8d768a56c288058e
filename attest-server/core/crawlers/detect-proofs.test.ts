import { describe, expect, it } from 'vitest'
import { detectBody } from '../../crawlers/testing/detect-body.js'

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const IP = '66.249.66.1'
const NAME = 'crawl-66-249-66-1.googlebot.com'
const googleDns = { [IP]: [NAME], [NAME]: [IP] }

describe('reverse DNS', () => {
  it('is checked where it was asked for, and has to pass where that is strict', async () => {
    const asked = { ip: IP, vendor: 'google', verifyRdns: true }
    expect(await detectBody(asked, { dns: googleDns })).toMatchObject({ ok: true, rdns_checked: true, dns_verified: true, ptr: NAME })
    expect(await detectBody({ ...asked, strictRdns: true }, { dns: googleDns })).toMatchObject({ ok: true, dns_verified: true })
    expect(await detectBody(asked, { dns: {} })).toMatchObject({ ok: true, rdns_checked: true, dns_verified: false, ptr: null })
    expect(await detectBody({ ...asked, strictRdns: true }, { dns: {} })).toMatchObject({
      ok: false,
      ip_match: true,
      reason: 'ip_match',
      rdns_checked: true,
    })
  })

  it('that did not answer was not checked, and does not pass where that is strict', async () => {
    expect(await detectBody({ ip: IP, vendor: 'google', verifyRdns: true })).toMatchObject({
      ok: true,
      rdns_checked: false,
      dns_verified: false,
    })
    expect(await detectBody({ ip: IP, vendor: 'google', verifyRdns: true, strictRdns: true })).toMatchObject({
      ok: false,
      rdns_checked: false,
    })
  })

  it('is strict only where it was asked for', async () => {
    expect(await detectBody({ ip: IP, vendor: 'google', strictRdns: true })).toMatchObject({ ok: true, rdns_checked: false })
  })

  it('cannot pass for a vendor that has no names', async () => {
    const asked = { ip: '20.171.206.1', vendor: 'openai', verifyRdns: true }
    expect(await detectBody(asked, { dns: {} })).toMatchObject({ ok: true, rdns_checked: false })
    expect(await detectBody({ ...asked, strictRdns: true }, { dns: {} })).toMatchObject({ ok: false, rdns_checked: false })
  })

  it('does not make a crawler of an address outside of the ranges that are known', async () => {
    const dns = { '1.2.3.4': ['crawl-1.googlebot.com'], 'crawl-1.googlebot.com': ['1.2.3.4'] }
    expect(await detectBody({ ip: '1.2.3.4', vendor: 'google', ua: GOOGLEBOT, verifyRdns: true }, { dns })).toMatchObject({
      ok: false,
      dns_verified: true,
      ip_match: false,
      impostor: false,
    })
  })

  it('is said beside where no ranges are known, and never makes that ok: the caller can tell', async () => {
    const name = 'baiduspider-116-179-32-160.crawl.baidu.com'
    const world = { dns: { '116.179.32.160': [name], [name]: ['116.179.32.160'] } }
    const asked = { ip: '116.179.32.160', vendor: 'baidu', ua: 'Baiduspider/2.0' }
    expect(await detectBody(asked, world)).toMatchObject({
      ok: false,
      cidr_empty: true,
      ip_match: false,
      impostor: false,
      ranges_source: 'none',
      ranges_age: null,
    })
    expect(await detectBody({ ...asked, verifyRdns: true }, world)).toMatchObject({
      ok: false,
      cidr_empty: true,
      ip_match: false,
      dns_verified: true,
      impostor: false,
      reason: 'ua_not_matched',
    })
    expect(await detectBody({ ...asked, verifyRdns: true }, { dns: {} })).toMatchObject({
      ok: false,
      cidr_empty: true,
      impostor: true,
      reason: 'ua_not_matched',
    })
  })

  it("does not take a rented machine of Google's cloud for Google", async () => {
    const ip = '34.66.1.2'
    const name = '2.1.66.34.bc.googleusercontent.com'
    const dns = { [ip]: [name], [name]: [ip] }
    expect(await detectBody({ ip, vendor: 'google', ua: GOOGLEBOT, verifyRdns: true }, { dns })).toMatchObject({
      ok: false,
      rdns_checked: true,
      dns_verified: false,
      ip_kind: 'unknown',
      ptr: name,
    })
  })
})

describe('the autonomous system', () => {
  const META = '57.144.1.1'
  const asked = { ip: META, vendor: 'meta', verifyAsn: true }

  it('is checked where it was asked for, and has to fit where that is strict', async () => {
    expect(await detectBody(asked, { asns: { [META]: 32_934 } })).toMatchObject({ ok: true, asn_checked: true, asn_verified: true })
    expect(await detectBody(asked, { asns: { [META]: 64_500 } })).toMatchObject({ ok: true, asn_checked: true, asn_verified: false })
    expect(await detectBody({ ...asked, strictAsn: true }, { asns: { [META]: 64_500 } })).toMatchObject({ ok: false, ip_match: true })
  })

  it('that is not known was not checked', async () => {
    for (const world of [{}, { asns: {} }]) {
      expect(await detectBody(asked, world)).toMatchObject({ ok: true, asn_checked: false, asn_verified: false })
      expect(await detectBody({ ...asked, strictAsn: true }, world)).toMatchObject({ ok: false, asn_checked: false })
    }
    expect(await detectBody({ ...asked, verifyAsn: false, strictAsn: true })).toMatchObject({ ok: true, asn_checked: false })
  })

  it('is what the caller says, where the caller does', async () => {
    expect(await detectBody({ ...asked, asn: 64_500 }, { asns: { [META]: 64_500 } })).toMatchObject({ asn_verified: true })
    expect(await detectBody({ ...asked, asn: 64_500 }, { asns: { [META]: 32_934 } })).toMatchObject({
      asn_checked: true,
      asn_verified: false,
    })
    expect(await detectBody({ ip: IP, vendor: 'google', verifyAsn: true }, { asns: { [IP]: 15_169 } })).toMatchObject({
      asn_checked: false,
    })
    expect(await detectBody({ ip: IP, vendor: 'google', verifyAsn: true, asn: 15_169 }, { asns: { [IP]: 15_169 } })).toMatchObject({
      asn_verified: true,
    })
  })
})

describe("the kinds of Google's addresses", () => {
  it.each([
    ['66.249.66.1', 'search_bot'],
    ['66.249.90.77', 'special_crawler'],
    ['142.250.32.1', 'user_triggered_google'],
    ['2001:4860:c::1', 'user_triggered_google'],
    ['2600:1900:0:3d0::1', 'user_triggered_user'],
  ])("come from Google's lists: %s is %s", async (ip, kind) => {
    expect(await detectBody({ ip, vendor: 'google' })).toMatchObject({ ip_match: true, ip_kind: kind, ip_kind_source: 'json' })
  })

  it.each([
    ['rate-limited-proxy-1-2-3-4.google.com', 'special_crawler', true],
    ['google-proxy-1-2-3-4.google.com', 'user_triggered_google', true],
    ['geo-crawl-1-2-3-4.geo.googlebot.com', 'search_bot', true],
    ['1-2-3-4.gae.googleusercontent.com', 'user_triggered_user', true],
    ['lhr25s01-in-f14.1e100.net', 'cdn_proxy', false],
  ])('come from DNS where no list has the address, and the name is confirmed: %s is %s', async (name, kind, verified) => {
    const world = { dns: { '1.2.3.4': [name], [name]: ['1.2.3.4'] } }
    expect(await detectBody({ ip: '1.2.3.4', vendor: 'google', verifyRdns: true }, world)).toMatchObject({
      ok: false,
      ip_kind: kind,
      ip_kind_source: 'dns_ptr',
      dns_verified: verified,
    })
    const forged = { dns: { '1.2.3.4': [name], [name]: ['4.3.2.1'] } }
    expect(await detectBody({ ip: '1.2.3.4', vendor: 'google', verifyRdns: true }, forged)).toMatchObject({
      ip_kind: 'unknown',
      ip_kind_source: null,
      dns_verified: false,
    })
  })
})
