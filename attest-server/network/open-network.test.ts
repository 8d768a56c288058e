import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HttpFacts } from '../facts/fact.js'
import { rawRequest } from '../testing/request-facts.js'
import { ASN_TABLE_REVIEWED } from './asn/create-asn-table.js'
import { describeClient } from './describe-client.js'
import { type Network, openNetwork } from './open-network.js'
import { parseDatabaseSetting } from './parse-database-setting.js'
import { mmdbBytes } from './testing/mmdb-bytes.js'
import { type TemporaryFolder, temporaryFolder } from './testing/temporary-folder.js'
import { myIp, verdictIp } from './wire-shapes.js'

const NOW = 1_800_000_000
const BUILT = NOW - 86_400

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const open = (settings: readonly string[]): Promise<Network> =>
  openNetwork(
    settings.map((text) => parseDatabaseSetting(text)!),
    () => NOW,
  )

const cityRecord = { country: { iso_code: 'DE' }, city: { names: { en: 'Berlin' } } }
const city = () =>
  folder.write('city.mmdb', mmdbBytes('Test-City', { '5.0.0.0/8': cityRecord, '8.8.0.0/16': { country: { iso_code: 'US' } } }, BUILT))
const asn = () =>
  `asn:${folder.write('asn.csv', '5.0.0.0/16,24940,Hetzner\n5.1.0.0/16,7922,Comcast\n5.2.0.0/16,64999,\n5.3.0.0/16,136787,\n5.4.0.0/16,22616,Zscaler\n', BUILT)}`

describe('a network without databases', () => {
  it('knows the address, and of everything else that it does not know it', async () => {
    const enriched = (await open([])).enrich('::ffff:8.8.8.8')
    expect(enriched?.ip).toBe('8.8.8.8')
    expect(enriched?.sources).toEqual([])
    const { ip: _, sources: __, ...rest } = enriched!
    expect(new Set(Object.values(rest))).toEqual(new Set([null]))
  })

  it('answers nothing for what is no address', async () => {
    const { enrich } = await open([])
    for (const text of ['', 'example.org', '1.2.3', '1.2.3.4:80']) expect(enrich(text), text).toBeUndefined()
  })
})

describe('a network with databases', () => {
  it('puts together what each of them says, and who said it', async () => {
    const { enrich } = await open([city(), asn(), `tor:${folder.write('tor.txt', '5.0.0.9\n', BUILT)}`])
    expect(enrich('5.0.0.9')).toEqual({
      ip: '5.0.0.9',
      country: 'DE',
      countryName: 'Germany',
      city: 'Berlin',
      currency: 'EUR',
      currencySymbol: '€',
      language: 'de',
      asn: 24940,
      asName: 'Hetzner',
      asnClass: 'hosting',
      datacenter: true,
      tor: true,
      vpn: null,
      proxy: null,
      residentialProxy: null,
      relay: null,
      sources: [
        { name: 'city.mmdb', age: 86_400 },
        { name: 'asn.csv', age: 86_400 },
        { name: 'tor.txt', age: 86_400 },
        { name: 'asn-classes', age: NOW - ASN_TABLE_REVIEWED },
      ],
    })
  })

  it('says false only where something says no', async () => {
    const { enrich } = await open([
      asn(),
      `tor:${folder.write('tor.txt', '9.9.9.9\n', BUILT)}`,
      `vpn:${folder.write('vpn.txt', '9.9.9.9\n')}`,
    ])
    expect(enrich('5.1.0.1'), 'an access provider').toMatchObject({
      datacenter: false,
      tor: false,
      vpn: null,
      proxy: null,
      residentialProxy: null,
    })
    expect(enrich('5.2.0.1'), 'a network of no known class').toMatchObject({ datacenter: null, asnClass: null, asn: 64999, asName: null })
    expect(enrich('5.3.0.1'), 'a VPN’s').toMatchObject({ datacenter: true, vpn: true, asName: 'PacketHub (NordVPN)' })
    expect(enrich('5.4.0.1'), 'a company’s gateway').toMatchObject({ datacenter: null, asnClass: 'gateway' })
  })

  it('believes the first database on a place, and a yes of any on a flag', async () => {
    const other = folder.write(
      'other.mmdb',
      mmdbBytes('Test', { '5.0.0.0/8': { country: { iso_code: 'FR' }, city: 'Paris', is_tor_exit_node: false } }),
    )
    const second = (await open([folder.write('cc.mmdb', mmdbBytes('Test', { '5.0.0.0/8': { country: 'DE' } })), other])).enrich('5.0.0.1')
    expect(second).toMatchObject({ country: 'DE', city: null })
    const flags = (await open([other, `tor:${folder.write('tor.txt', '5.0.0.1\n', BUILT)}`])).enrich('5.0.0.1')
    expect(flags).toMatchObject({ country: 'FR', city: 'Paris', tor: true })
  })

  it('tells a network’s number by itself', async () => {
    const { asnOf } = await open([asn()])
    expect(['5.0.0.1', '::ffff:5.1.0.1', '9.9.9.9', 'x'].map(asnOf)).toEqual([24940, 7922, null, null])
  })

  it('asks no database of private addresses, whatever it holds', async () => {
    const { enrich } = await open([`datacenter:${folder.write('dc.txt', '10.0.0.0/8\n127.0.0.0/8\nfd00::/8\n')}`])
    for (const text of ['10.0.0.1', '127.0.0.1', 'fd00::1', '::ffff:10.0.0.1'])
      expect(enrich(text)).toMatchObject({ datacenter: null, sources: [] })
  })

  it('goes on with what was read where a file breaks, and says so', async () => {
    const path = folder.write('vpn.txt', '5.0.0.0/8\n', BUILT)
    const network = await open([`vpn:${path}`, folder.path('absent.mmdb')])
    expect(network.statuses().map(({ state }) => state)).toEqual(['fresh', 'missing'])
    folder.write('vpn.txt', '', NOW)
    await network.refresh()
    expect(network.statuses()[0]).toMatchObject({ state: 'stale', fault: expect.stringContaining(path) })
    expect(network.enrich('5.0.0.1')).toMatchObject({ vpn: true })
  })

  it('follows its files until it is told to stop', async () => {
    const path = folder.write('vpn.txt', '5.0.0.0/8\n', BUILT)
    const network = await open([`vpn:${path}`])
    let rounds = 0
    const stop = network.follow(5, () => rounds++)
    folder.write('vpn.txt', '6.0.0.0/8\n', NOW)
    await expect.poll(() => network.enrich('6.0.0.1')?.vpn).toBe(true)
    await expect.poll(() => rounds).toBeGreaterThan(0)
    stop()
    const before = rounds
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(rounds).toBe(before)
  })
})

describe('settings of databases', () => {
  it('name a file and, where that does not say it, what it holds', () => {
    expect(parseDatabaseSetting('/a.MMDB')).toEqual({ path: '/a.MMDB', holds: undefined })
    expect(parseDatabaseSetting(' residential-proxy:C:\\b.csv ')).toEqual({ path: 'C:\\b.csv', holds: 'residentialProxy' })
    for (const text of ['', '/a.csv', 'asn:', 'spam:/x.txt']) expect(parseDatabaseSetting(text), text).toBeUndefined()
  })
})

describe('a client’s network', () => {
  const ja4 = 't13d1516h2_8daaf6152771_02713d6af862'
  const client = (address: string | undefined): HttpFacts => rawRequest({ 'x-ja4': ja4 }, { address }).http

  it('is not asked for where the address was guessed, or is not known', async () => {
    const { enrich } = await open([asn()])
    expect(describeClient(client('5.0.0.1'), { enrich, ja4Header: undefined }).network).toMatchObject({ datacenter: true })
    expect(describeClient(client(undefined), { enrich, ja4Header: undefined }).network).toBeUndefined()
  })

  it('has the JA4 of a header that somebody is trusted to write, and of no other', async () => {
    const { enrich } = await open([])
    const of = (ja4Header: string | undefined) => describeClient(client('5.0.0.1'), { enrich, ja4Header }).ja4
    expect([of(undefined), of('x-other'), of('x-ja4')]).toEqual([undefined, undefined, ja4])
  })

  it('has the JA4 that was seen here, whatever a header says', async () => {
    const { enrich } = await open([])
    const tls = { ja4: 't13d1813h1_85036bcba153_d339722ba4af', shape: 'plain' } as const
    for (const ja4Header of [undefined, 'x-ja4'])
      expect(describeClient({ ...client(undefined), tls }, { enrich, ja4Header }).ja4).toBe(tls.ja4)
  })
})

describe('what goes on the wire', () => {
  it('is what each surface has documented', async () => {
    const { enrich } = await open([city(), asn()])
    const enriched = enrich('5.0.0.9')!
    const place = { country: 'DE', country_name: 'Germany', city: 'Berlin', currency: 'EUR', currency_symbol: '€' }
    expect(myIp(enriched)).toEqual({ ip: '5.0.0.9', ...place, threat: true })
    expect(verdictIp(enriched)).toEqual({ datacenter: true, proxy: null, country: 'DE' })
  })

  it('calls nobody a threat for a VPN or a gateway, and does not know of the unknown', async () => {
    const { enrich } = await open([asn()])
    const threats = ['5.1.0.1', '5.2.0.1', '5.3.0.1', '5.4.0.1'].map((text) => myIp(enrich(text)!).threat)
    expect(threats).toEqual([false, null, false, false])
  })

  it('says that nothing stands between only where all of it is known', async () => {
    const anonymous = folder.write('anonymous.mmdb', mmdbBytes('GeoIP2-Anonymous-IP', { '6.0.0.0/8': { is_anonymous_vpn: true } }))
    const { enrich } = await open([anonymous])
    expect([verdictIp(enrich('5.0.0.1')!).proxy, verdictIp(enrich('6.0.0.1')!).proxy]).toEqual([false, true])
    const tor = await open([`tor:${folder.write('tor.txt', '9.9.9.9\n', BUILT)}`])
    expect(verdictIp(tor.enrich('5.0.0.1')!).proxy).toBeNull()
  })
})
