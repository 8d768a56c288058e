import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../testing/client-hello-bytes.js'
import { ja4Of, rawJa4Of } from './ja4-of.js'
import type { ClientHello } from './parse-client-hello.js'

/** The worked example of the description (technical_details/JA4.md), in its original order. */
const example: ClientHello = {
  legacyVersion: 0x0303,
  ciphers: valuesOf('1301,1302,1303,c02b,c02f,c02c,c030,cca9,cca8,c013,c014,009c,009d,002f,0035'),
  extensions: valuesOf('001b,0000,0033,0010,4469,0017,002d,000d,0005,0023,0012,002b,ff01,000b,000a,0015'),
  versions: [0x0304, 0x0303],
  signatureAlgorithms: valuesOf('0403,0804,0401,0503,0805,0501,0806,0601'),
  alpn: Buffer.from('h2'),
}

const with_ = (change: Partial<ClientHello>) => ja4Of({ ...example, ...change })
const head = (change: Partial<ClientHello>) => with_(change).split('_')[0]

describe('the JA4 of a client', () => {
  it('is that of the description’s example, hashed and raw', () => {
    expect(ja4Of(example)).toBe('t13d1516h2_8daaf6152771_e5627efa2ab1')
    expect(rawJa4Of(example).join('_')).toBe(
      't13d1516h2_002f,0035,009c,009d,1301,1302,1303,c013,c014,c02b,c02c,c02f,c030,cca8,cca9_0005,000a,000b,000d,0012,0015,0017,001b,' +
        '0023,002b,002d,0033,4469,ff01_0403,0804,0401,0503,0805,0501,0806,0601',
    )
  })

  it('has no underscore behind the extensions where no signature algorithm is named', () => {
    expect(with_({ signatureAlgorithms: [] })).toBe('t13d1516h2_8daaf6152771_6d807ffa2a79')
  })

  it('is that of others for a published capture of Firefox', () => {
    const firefox: ClientHello = {
      ...example,
      ciphers: valuesOf('1301,1303,1302,c02b,c02f,cca9,cca8,c02c,c030,c00a,c009,c013,c014,009c,009d,002f,0035'),
      extensions: valuesOf('0000,0017,ff01,000a,000b,0023,0010,0005,0022,0033,002b,000d,002d,001c,0015'),
      signatureAlgorithms: valuesOf('0403,0503,0603,0804,0805,0806,0401,0501,0601,0203,0201'),
    }
    expect(ja4Of(firefox)).toBe('t13d1715h2_5b57614c22b0_3d5424432f57')
  })

  it('ignores GREASE wherever it stands', () => {
    const grease = [0x0a0a, 0x1a1a, 0xfafa]
    const everywhere = {
      ciphers: [...grease, ...example.ciphers],
      extensions: [0x2a2a, ...example.extensions, 0xbaba],
      versions: [0xfafa, ...example.versions],
      signatureAlgorithms: [0xdada, ...example.signatureAlgorithms],
    }
    expect(with_(everywhere)).toBe(ja4Of(example))
  })

  it.each([
    [[0x0304], 0x0303, 't13'],
    [[0x0303, 0x0304, 0x0302], 0x0303, 't13'],
    [[], 0x0303, 't12'],
    [[], 0x0302, 't11'],
    [[], 0x0301, 't10'],
    [[], 0x0300, 'ts3'],
    [[], 0x0002, 'ts2'],
    [[], 0x0305, 't00'],
  ])('takes the highest version offered, or the old field: %j, %i', (versions, legacyVersion, start) => {
    expect(head({ versions, legacyVersion })).toBe(`${start}d1516h2`)
  })

  it.each([
    ['ab', 'ab'],
    ['20', '20'],
    ['abcd', 'ad'],
    ['2061', '21'],
    ['30ab', '3b'],
    ['6120', '60'],
    ['3031abcd', '3d'],
    ['30abcd31', '01'],
    ['68', 'hh'],
    [Buffer.from('http/1.1').toString('hex'), 'h1'],
  ])('writes the protocol %s as %s', (hex, end) => {
    expect(head({ alpn: Buffer.from(hex, 'hex') })).toBe(`t13d1516${end}`)
  })

  it('writes 00 without a protocol, i without a name, 99 for more, and zeros for nothing', () => {
    expect(head({ alpn: undefined })).toBe('t13d151600')
    expect(head({ extensions: example.extensions.filter((type) => type !== 0) })).toBe('t13i1515h2')
    expect(head({ ciphers: Array.from({ length: 150 }, (_, i) => i + 1) })).toBe('t13d9916h2')
    expect(with_({ ciphers: [], extensions: [0, 16], signatureAlgorithms: [] })).toBe('t13d0002h2_000000000000_000000000000')
  })

  it('does not depend on the order of suites and extensions', () => {
    const shuffled = fc.record({
      ciphers: fc.shuffledSubarray([...example.ciphers], { minLength: 15 }),
      extensions: fc.shuffledSubarray([...example.extensions], { minLength: 16 }),
    })
    fc.assert(fc.property(shuffled, (change) => with_(change) === ja4Of(example)))
  })

  it('depends on the order of signature algorithms', () => {
    expect(with_({ signatureAlgorithms: [...example.signatureAlgorithms].reverse() })).not.toBe(ja4Of(example))
  })
})
