import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { mmdbBytes } from '../testing/mmdb-bytes.js'
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.js'
import { loadMmdb } from './load-mmdb.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

type Records = Parameters<typeof mmdbBytes>[1]

async function loaded(type: string, records: Records) {
  const result = await loadMmdb(folder.write('file.mmdb', mmdbBytes(type, records)))
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const readingOf = async (type: string, record: Records[string], address = '5.6.7.8') =>
  (await loaded(type, { '5.0.0.0/8': record })).find(parseAddress(address)!, 0)

describe('a MaxMind DB', () => {
  it.each([
    ['GeoLite2-City', { country: { iso_code: 'DE' }, city: { names: { de: 'München', en: 'Munich' } } }, { country: 'DE', city: 'Munich' }],
    ['GeoLite2-Country', { country: { iso_code: 'DE', geoname_id: 2921044 }, registered_country: { iso_code: 'FR' } }, { country: 'DE' }],
    ['GeoLite2-ASN', { autonomous_system_number: 24940, autonomous_system_organization: 'Hetzner' }, { asn: 24940, asName: 'Hetzner' }],
    ['DBIP-City-Lite', { country: { iso_code: 'DE' }, city: { names: { en: 'Berlin' } } }, { country: 'DE', city: 'Berlin' }],
    [
      'GeoIP2-Enterprise',
      { traits: { autonomous_system_number: 3320, autonomous_system_organization: 'DTAG' } },
      { asn: 3320, asName: 'DTAG' },
    ],
    [
      'ipinfo generic_lite',
      { country: 'Germany', country_code: 'DE', asn: 'AS24940', as_name: 'Hetzner' },
      { country: 'DE', asn: 24940, asName: 'Hetzner' },
    ],
    ['ipinfo standard_location', { country: 'DE', city: 'Berlin' }, { country: 'DE', city: 'Berlin' }],
    ['ipinfo asn', { asn: 'AS24940', name: 'Hetzner', domain: 'hetzner.com' }, { asn: 24940, asName: 'Hetzner' }],
    ['asn-country-ipv4', { country_code: 'DE' }, { country: 'DE' }],
    ['what is not of the right type', { country: 7, city: true, asn: 'ASx', autonomous_system_number: 0 }, {}],
  ] as const)('is read as %s writes it', async (type, record, reading) => {
    expect(await readingOf(type, record)).toEqual(reading)
    expect(await readingOf(type, record, '6.0.0.1')).toBeUndefined()
  })

  it('has the last word on flags where that is what it is for', async () => {
    const none = { datacenter: false, vpn: false, tor: false, proxy: false, residentialProxy: false }
    expect(await readingOf('GeoIP2-Anonymous-IP', { is_anonymous: true, is_hosting_provider: true })).toEqual({ ...none, datacenter: true })
    expect(await readingOf('GeoIP2-Anonymous-IP', { is_residential_proxy: true }, '6.0.0.1')).toEqual(none)
    const privacy = { datacenter: false, vpn: true, tor: false, proxy: false, relay: false }
    expect(await readingOf('ipinfo standard_privacy', { hosting: false, vpn: 'true', relay: '', tor: '', proxy: '' })).toEqual(privacy)
    expect(await readingOf('DBIP-City', { traits: { is_tor_exit_node: true } })).toEqual({ tor: true })
  })

  it('says what it is, when it was built, and finds IPv6', async () => {
    const database = await loaded('Test', {
      '2001:4860::/32': { country: { iso_code: 'US' } },
      '5.0.0.0/8': { country: { iso_code: 'DE' } },
    })
    expect(database).toMatchObject({ kind: 'Test', built: 1_790_000_000 })
    expect(database.find(parseAddress('2001:4860:4860::8888')!, 0)).toEqual({ country: 'US' })
    expect(database.find(parseAddress('::ffff:5.1.1.1')!, 0)).toEqual({ country: 'DE' })
  })

  it.each([24, 28, 32] as const)('is read with records of %i bits', async (bits) => {
    const filler = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`7.${i >> 8}.${i & 255}.0/24`, { note: 'x'.repeat(20) }]))
    const path = folder.write('bits.mmdb', mmdbBytes('Test', { ...filler, '5.0.0.0/8': { country: 'DE' } }, 1, bits))
    const result = await loadMmdb(path)
    expect(result.ok && result.value.find(parseAddress('5.6.7.8')!, 0)).toEqual({ country: 'DE' })
    expect(result.ok && result.value.find(parseAddress('6.6.7.8')!, 0)).toBeUndefined()
  })

  it('is refused where it is cut off, empty or something else', async () => {
    const bytes = mmdbBytes('Test', { '5.0.0.0/8': { country: { iso_code: 'DE' } } })
    for (const broken of [
      Buffer.alloc(0),
      Buffer.from('not a database'),
      bytes.subarray(0, bytes.length - 40),
      bytes.subarray(bytes.length - 170),
    ]) {
      expect(await loadMmdb(folder.write('broken.mmdb', broken))).toMatchObject({ ok: false, error: expect.stringMatching(/broken/) })
    }
  })

  it('never throws, wherever its bytes are changed', async () => {
    const bytes = mmdbBytes('Test', {
      '5.0.0.0/8': { country: { iso_code: 'DE' }, city: { names: { en: 'Berlin' } } },
      '1.1.1.0/24': { asn: 'AS1' },
    })
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) })
    const broken = fc.array(change, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(broken, async (changes) => {
        const copy = Buffer.from(bytes)
        for (const { at, to } of changes) copy[at] = to
        const result = await loadMmdb(folder.write('fuzzed.mmdb', copy))
        if (result.ok) for (const text of ['5.1.1.1', '1.1.1.1', '2001::1']) result.value.find(parseAddress(text)!, 0)
      }),
      { numRuns: 300 },
    )
  })
})
