import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { type TemporaryFolder, temporaryFolder } from '../testing/temporary-folder.js'
import { loadText } from './load-text.js'
import { splitFields } from './split-fields.js'
import type { Holds } from './text-reading.js'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const load = (holds: Holds, content: string) => loadText({ holds, complete: holds === 'tor' })(folder.write('file.csv', content))

async function readingOf(holds: Holds, content: string, address: string, now = Date.now() / 1000) {
  const loaded = await load(holds, content)
  if (!loaded.ok) throw new Error(loaded.error)
  return loaded.value.find(parseAddress(address)!, now)
}

async function faultOf(holds: Holds, content: string) {
  const loaded = await load(holds, content)
  return loaded.ok ? undefined : loaded.error
}

const cloudflare = { asn: 13335, asName: 'Cloudflare, Inc.' }

describe('a text database of networks', () => {
  it.each([
    ['ip-location-db', '1.1.1.0,1.1.1.255,13335,"Cloudflare, Inc."\n', cloudflare],
    ['ip-location-db in numbers', '16843008,16843263,13335,"Cloudflare, Inc."\n', cloudflare],
    [
      'MaxMind, with its header',
      'network,autonomous_system_number,autonomous_system_organization\r\n1.1.1.0/24,13335,"Cloudflare, Inc."\r\n',
      cloudflare,
    ],
    ['iptoasn', '1.1.1.0\t1.1.1.255\t13335\tUS\tCLOUDFLARENET\n', { asn: 13335, asName: 'CLOUDFLARENET' }],
    ['one with quotes in a name', '1.1.1.0/24,AS13335,"The ""Cloud"", Inc."', { asn: 13335, asName: 'The "Cloud", Inc.' }],
    ['one without names', '1.1.1.0/24,13335', { asn: 13335 }],
  ])('is read as %s writes it', async (_, content, reading) => {
    expect(await readingOf('asn', content, '1.1.1.77')).toEqual(reading)
    expect(await readingOf('asn', content, '1.1.2.0')).toBeUndefined()
  })

  it('is read for IPv6, as addresses and as numbers', async () => {
    expect(await readingOf('asn', '2606:4700::,2606:4700:ffff::,13335,"Cloudflare, Inc."\n', '2606:4700:10::1')).toEqual(cloudflare)
    const from = 0x26064700n << 96n
    expect(await readingOf('asn', `${from},${from + (1n << 96n) - 1n},13335,"Cloudflare, Inc."\n`, '2606:4700:10::1')).toEqual(cloudflare)
  })

  it('holds the more specific of two networks, and nothing for one that is not routed', async () => {
    const content = '10.0.0.0/8,64496,Wide\n10.1.0.0/16,64497,Narrow\n11.0.0.0/8,0,Not routed\n'
    expect(await readingOf('asn', content, '10.1.2.3')).toEqual({ asn: 64497, asName: 'Narrow' })
    expect(await readingOf('asn', content, '10.2.0.0')).toEqual({ asn: 64496, asName: 'Wide' })
    expect(await readingOf('asn', content, '11.0.0.1')).toBeUndefined()
  })
})

describe('a text database of places', () => {
  it.each([
    ['country', '5.0.0.0,5.255.255.255,DE\n', { country: 'DE' }],
    ['country', '5.0.0.0/8,ZZ\n6.0.0.0/8,DE\n', undefined],
    ['city', '5.0.0.0,5.255.255.255,DE,Berlin,,Berlin,10115,52.5,13.4,Europe/Berlin\n', { country: 'DE', city: 'Berlin' }],
    ['city', '5.0.0.0,5.255.255.255,EU,DE,"Land Berlin",Berlin,52.5,13.4\n', { country: 'DE', city: 'Berlin' }],
    ['city', '5.0.0.0,5.255.255.255,DE,,,,,51.2,9.4,\n', { country: 'DE' }],
  ] as const)('as a %s: %s', async (holds, content, reading) => {
    expect(await readingOf(holds, content, '5.6.7.8')).toEqual(reading)
  })
})

describe('a list of addresses', () => {
  it('sets its flag, with remarks, blank lines and whatever stands behind a network', async () => {
    const list = '\uFEFF# exits\n\n185.220.101.0/24 # relays\n2a0b:f4c2::/48\n172.224.224.0/27,GB,GB-EN,London,\n'
    expect(await readingOf('vpn', list, '185.220.101.9')).toEqual({ vpn: true })
    expect(await readingOf('relay', list, '172.224.224.1')).toEqual({ relay: true })
    expect(await readingOf('proxy', list, '2a0b:f4c2::1')).toEqual({ proxy: true })
    expect(await readingOf('residentialProxy', list, '9.9.9.9'), 'not on it').toBeUndefined()
  })

  it('of Tor’s exits says no of every other IPv4 address, and nothing of IPv6', async () => {
    const list =
      'ExitNode 0011BD2485AD45D984EC4159C88FC066E5E3300E\nPublished 2026-11-20 09:00:00\nExitAddress 185.220.101.1 2026-11-20 10:00:00\n'
    expect(await readingOf('tor', list, '185.220.101.1')).toEqual({ tor: true })
    expect(await readingOf('tor', list, '9.9.9.9')).toEqual({ tor: false })
    expect(await readingOf('tor', list, '2001:4860::8')).toBeUndefined()
    const later = Date.now() / 1000 + 3 * 86_400
    expect(await readingOf('tor', list, '9.9.9.9', later), 'three days old').toBeUndefined()
    expect(await readingOf('tor', list, '185.220.101.1', later)).toEqual({ tor: true })
  })
})

describe('a text file that is no database', () => {
  it('is refused with what is wrong with it', async () => {
    expect(await faultOf('vpn', '')).toMatch(/no line of it/)
    expect(await faultOf('vpn', '<html><body>404</body></html>\n')).toMatch(/no line of it/)
    expect(await faultOf('asn', `1.1.1.0/24,13335\n${'what is this\n'.repeat(5)}`)).toBe(
      '5 lines of it are no ranges, networks or addresses',
    )
    expect(await faultOf('vpn', 'x'.repeat(20_000))).toBe('a line is too long')
    expect(await faultOf('asn', '5.0.0.9,5.0.0.1,1\n5.0.0.9,::1,1\n')).toMatch(/no line of it/)
  })

  it('never throws, whatever it holds', async () => {
    const content = fc.oneof(fc.string({ maxLength: 200 }), fc.stringMatching(/^([0-9a-f.:/,"# \t]{0,30}\n){0,6}$/))
    await fc.assert(
      fc.asyncProperty(content, async (text) => typeof (await load('asn', text)).ok === 'boolean'),
      { numRuns: 100 },
    )
  })
})

describe('fields of a line', () => {
  it('are split at commas outside of quotes, and at tabs where there are any', () => {
    expect(splitFields('a, b ,"c,d""e",')).toEqual(['a', 'b', 'c,d"e', ''])
    expect(splitFields('a\tb, c\r')).toEqual(['a', 'b, c'])
    expect(splitFields('a,"never closed, b')).toEqual(['a', 'never closed, b'])
    expect(splitFields(','.repeat(500)).length).toBe(32)
  })
})
