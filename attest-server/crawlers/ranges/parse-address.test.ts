import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressAt, parseAddress } from './parse-address.js'

describe('an address', () => {
  it.each([
    ['66.249.66.1', '66.249.66.1'],
    ['::ffff:66.249.66.1', '66.249.66.1'],
    ['::FFFF:42f9:4201', '66.249.66.1'],
    ['2001:4860:4801:0010:0000:0000:0000:0001', '2001:4860:4801:10::1'],
    ['2001:DB8::8:800:200C:417A', '2001:db8::8:800:200c:417a'],
    ['::', '::'],
  ])('%s is written %s', (text, written) => {
    expect(parseAddress(text)?.text).toBe(written)
  })

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '0x7f.0.0.1',
    '010.0.0.1',
    '2130706433',
    '1.2.3.4 ',
    'fe80::1%eth0',
    ':::',
    '1::2::3',
    '[::1]',
    'localhost',
    '1.2.3.4/32',
    `${'1'.repeat(1e6)}.2.3.4`,
  ])('is not %.20s', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })

  it('is the same in all ways of writing it, and has one place', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const place = text.split('.').reduce((value, byte) => value * 256n + BigInt(byte), 0n) + 0xffff_0000_0000n
        expect(parseAddress(text)).toEqual({ value: place, text })
        expect(parseAddress(`::ffff:${text}`)).toEqual({ value: place, text })
      }),
    )
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 128n) - 1n), (value) => {
        expect(parseAddress(addressAt(value).text)?.value).toBe(value)
      }),
    )
  })
})
