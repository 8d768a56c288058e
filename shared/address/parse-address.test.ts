import { isIP } from 'node:net'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { v4At, v6At } from './address-at.js'
import { parseAddress } from './parse-address.js'
import { parseHop } from './parse-hop.js'

const textOf = (text: string) => parseAddress(text)?.text

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:0207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:4860:4801:0010:0000:0000:0000:0001', '2001:4860:4801:10::1'],
    ['2001:DB8::8:800:200C:417A', '2001:db8::8:800:200c:417a'],
    ['2001:db8::192.0.2.33', '2001:db8::c000:221'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
    // RFC 5952 §4.2: never one zero alone, the longest run, and the first of equals.
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['1:2:3:4:5:6:0:0', '1:2:3:4:5:6::'],
    ['::', '::'],
  ])('%s is written %s', (given, written) => {
    expect(textOf(given)).toBe(written)
  })

  it('is IPv4 where IPv6 maps it, and not where it only looks like that', () => {
    expect(parseAddress('::ffff:66.249.66.1')).toEqual(parseAddress('66.249.66.1'))
    expect(parseAddress('::66.249.66.1')).toMatchObject({ version: 6, text: '::42f9:4201' })
    expect(parseAddress('::ffff:0:66.249.66.1')?.version).toBe(6)
    expect(parseAddress('64:ff9b::66.249.66.1')?.version).toBe(6)
  })

  it.each([
    '',
    '1',
    '127.1',
    '1.2.3',
    '0x7f.0.0.1',
    '010.0.0.1',
    '2130706433',
    '1.2.3.256',
    '1.2.3.4.5',
    ' 1.2.3.4',
    '1.2.3.4 ',
    '1.2.3.4:80',
    '1.2.3.4/24',
    '１.2.3.4',
    'fe80::1%eth0',
    '[::1]',
    ':',
    ':::',
    '1::2::3',
    '::g',
    '::1.2.3',
    '1.2.3.4::',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    '::ffff:0x7f.1',
    'localhost',
    '::%'.repeat(30),
    `${'1'.repeat(1e6)}.2.3.4`,
  ])('is not %.20s', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })

  it('is what Node calls one, without a zone, and nothing else', () => {
    const pieces = fc.constantFrom('0', '1', '9', '255', '256', 'f', 'ffff', 'x', ':', ':', '::', '.', '.', '1.2.3.4', '%', '[', '/', ' ')
    const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        expect(parseAddress(text) !== undefined, text).toBe(isIP(text) !== 0 && !text.includes('%') && text.length <= 45)
      }),
      { numRuns: 5000 },
    )
  })

  it('is what a library and the parser of URLs make of it', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), (four, six) => {
        expect(textOf(four)).toBe(four)
        const library = ipaddr.process(six)
        // The library takes `::1.2.3.4` for IPv4; where dots are, only the parser of URLs is asked.
        if (library instanceof ipaddr.IPv6) expect(textOf(six)).toBe(library.toRFC5952String())
        const own = textOf(six)!
        if (own.includes(':')) expect(`[${own}]`).toBe(new URL(`http://[${six}]`).hostname)
      }),
      { numRuns: 2000 },
    )
  })

  it('has one place, and one text that leads back to it', () => {
    const mapped = 0xffff_0000_0000n
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 128n) - 1n), fc.bigInt(0n, (1n << 32n) - 1n), (value, low) => {
        for (const place of [value, low, mapped + low]) expect(parseAddress(v6At(place).text)).toEqual(v6At(place))
        expect(v6At(mapped + low)).toEqual(v4At(Number(low)))
      }),
    )
    expect(parseAddress('1.0.0.0')!.value).toBe(2 ** 24)
    expect(parseAddress('2001:db8::1')!.value).toBe((0x20010db8n << 96n) + 1n)
  })
})

describe('a hop', () => {
  it('may have a port, brackets, and spaces around', () => {
    for (const text of ['1.2.3.4', ' 1.2.3.4 ', '1.2.3.4:567', '::ffff:1.2.3.4', '[::ffff:1.2.3.4]:567'])
      expect(parseHop(text)?.text, text).toBe('1.2.3.4')
    for (const text of ['2001:DB8::7', '[2001:db8::7]', '[2001:db8:0::7]:443']) expect(parseHop(text)?.text, text).toBe('2001:db8::7')
  })

  it('is an address, or nothing', () => {
    for (const text of ['', 'unknown', '_hidden', '1.2.3.4:', '999.1.1.1', '[1.2.3.4', '1.2.3.4:5678901', 'a'.repeat(99)])
      expect(parseHop(text), text).toBeUndefined()
  })
})
