import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import { serverCard } from '../../../shared/scorecard/server-card.js'
import { decide } from '../../core/policy.js'
import type { Enrichment } from '../../network/enrichment.js'
import { enrichment } from '../../testing/enrichment.js'
import { factDeps, firefoxHeaders, rawRequest, requestFacts, safariHeaders } from '../../testing/request-facts.js'
import type { HttpFacts, RequestFacts } from '../fact.js'
import { facts } from '../index.js'
import { observeFacts } from '../observe-facts.js'
import { anonymiser } from './anonymiser.js'
import { datacenter } from './datacenter.js'
import { foreignLanguage } from './foreign-language.js'
import { tlsClaim } from './tls-claim.js'
import { tlsLibrary } from './tls-library.js'

const from = (said: Partial<Enrichment>, http: Partial<HttpFacts> = {}): RequestFacts =>
  requestFacts({}, { address: '8.8.4.4', network: enrichment(said), ...http })

const chromium = 't13d1517h2_8daaf6152771_cb7bf5808d99'
const openssl = 't13d3112h2_e8f1e7e78f70_b26ce05bbdd6'
const firefox = 't13d1617h2_86a278354501_3cbfd9057e0d'

const networkFacts = [datacenter, anonymiser, foreignLanguage]

describe('facts about an address', () => {
  it.each([
    [{ datacenter: true, asnClass: 'hosting' }, 2],
    [{ datacenter: true, asnClass: 'cloud' }, 2],
    [{ datacenter: true, asnClass: 'cdn' }, 1],
    [{ datacenter: true, relay: true }, 1],
    [{ datacenter: true, vpn: true, asnClass: 'hosting' }, 1],
    [{ datacenter: null, asnClass: 'gateway' }, 1],
    [{ datacenter: false, asnClass: 'access' }, 0],
  ] as const)('tell a data centre from one that people browse through: %j is %i', (said, level) => {
    expect(datacenter.observe(from(said))).toEqual(seen(level))
  })

  it.each([
    [{ tor: false }, 0],
    [{ vpn: true }, 1],
    [{ relay: true, tor: false }, 1],
    [{ tor: true, vpn: true }, 2],
    [{ proxy: true }, 3],
    [{ residentialProxy: true, tor: true }, 3],
  ] as const)('tell what hides an address: %j is %i', (said, level) => {
    expect(anonymiser.observe(from(said))).toEqual(seen(level))
  })

  it.each([
    ['de', 'de-AT,de;q=0.8', 0],
    ['de', 'en-GB', 0],
    ['de', 'pl, DE;q=0.3', 0],
    ['de', 'pl-PL,pl;q=0.9', 1],
    ['fil', 'fil-PH', 0],
  ])('compare the country’s %s with %s: %i', (language, asked, level) => {
    const request = requestFacts({ 'accept-language': asked }, { address: '8.8.4.4', network: enrichment({ language }) })
    expect(foreignLanguage.observe(request)).toEqual(seen(level))
  })

  it('say nothing where no database says anything', () => {
    for (const fact of networkFacts) {
      expect(fact.observe(from({})), fact.id).toEqual(unsupported)
      expect(fact.observe(requestFacts({}, { address: '8.8.4.4' })), fact.id).toEqual(unsupported)
    }
  })

  it('say nothing of an address that was guessed, whatever was looked up for it', () => {
    const everything = { datacenter: true, tor: true, proxy: true, language: 'xx' }
    for (const fact of networkFacts) expect(fact.observe(from(everything, { address: undefined })), fact.id).toEqual(unsupported)
  })
})

describe('facts about TLS', () => {
  it('know libraries and browsers, and say nothing of the rest', () => {
    expect(tlsLibrary.observe(from({}, { ja4: openssl }))).toEqual(seen(1))
    expect(tlsLibrary.observe(from({}, { ja4: chromium }))).toEqual(seen(0))
    for (const ja4 of [undefined, '', 'x', 't13d1416h2_000000000001_000000000002'])
      expect(tlsLibrary.observe(from({}, { ja4 }))).toEqual(unsupported)
  })

  it('compare the engine with the one that the user agent claims', () => {
    expect(tlsClaim.observe(from({}, { ja4: chromium }))).toEqual(seen(0))
    expect(tlsClaim.observe(from({}, { ja4: firefox }))).toEqual(seen(1))
    expect(tlsClaim.observe(rawRequest(firefoxHeaders, { ja4: firefox }))).toEqual(seen(0))
    expect(tlsClaim.observe(rawRequest(safariHeaders, { ja4: 't13d2014h2_a09f3c656075_14788d8d241b' }))).toEqual(seen(0))
  })

  it('leave libraries to the other fact, and claim nothing for who claims nothing', () => {
    expect(tlsClaim.observe(from({}, { ja4: openssl }))).toEqual(unsupported)
    expect(tlsClaim.observe(rawRequest({ 'user-agent': 'curl/8.5.0' }, { ja4: chromium }))).toEqual(unsupported)
  })
})

describe('people at addresses that bots have, too', () => {
  const visit = async (request: RequestFacts) => {
    const seenFacts = new Map([...(await observeFacts(facts, request, factDeps))].filter(([id]) => id.startsWith('net.')))
    const report = score(seenFacts, serverCard)
    return { action: decide(report, serverCard), report, seenFacts }
  }

  it.each([
    ['a company’s gateway that opens TLS', { asnClass: 'gateway' }, openssl],
    ['a VPN that runs at a hoster and that nobody lists', { datacenter: true, asnClass: 'hosting', asn: 9009 }, chromium],
    ['a listed VPN', { datacenter: true, vpn: true, asnClass: 'vpn' }, chromium],
    ['a privacy relay', { datacenter: true, relay: true, asnClass: 'cdn' }, 't13d2014h2_a09f3c656075_14788d8d241b'],
    ['Tor', { datacenter: true, tor: true, asnClass: 'hosting' }, firefox],
    ['a home whose television is somebody’s proxy', { residentialProxy: true, asnClass: 'access', datacenter: false }, chromium],
    ['a hotel abroad', { language: 'th', country: 'TH', datacenter: false }, chromium],
    ['a remote desktop in a cloud, behind an antivirus program', { datacenter: true, asnClass: 'cloud' }, openssl],
    ['all of it at once', { datacenter: true, tor: true, proxy: true, language: 'th', asnClass: 'hosting' }, openssl],
  ] as const)('are allowed, and weigh nothing for it: %s', async (_, said, ja4) => {
    const { action, report, seenFacts } = await visit(from(said, { ja4 }))
    expect([...seenFacts.values()].some(({ state }) => state === 'ok')).toBe(true)
    expect(action).toBe('allow')
    expect(report.contributions).toEqual([])
  })
})
