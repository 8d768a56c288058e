import { describe, expect, it } from 'vitest'
import { parseAddress } from './parse-address.js'
import { parseNetwork } from './parse-range.js'
import { prefixOf, velocityPrefixes } from './prefix-of.js'

const address = (text: string) => parseAddress(text)!

describe('the prefix of an address', () => {
  it.each([
    ['192.0.2.77', 24, '192.0.2.0/24'],
    ['255.255.255.255', 8, '255.0.0.0/8'],
    ['192.0.2.77', 0, '0.0.0.0/0'],
    ['192.0.2.77', 32, '192.0.2.77/32'],
    ['2001:db8:1:2:3::4', 48, '2001:db8:1::/48'],
    ['2001:db8:1:2:3::4', 64, '2001:db8:1:2::/64'],
    ['2001:db8::1', 0, '::/0'],
    ['2001:db8::1', 128, '2001:db8::1/128'],
  ])('of %s with %i bits is %s', (text, bits, prefix) => {
    expect(prefixOf(address(text), bits)).toBe(prefix)
  })

  it('counts an IPv6 customer by their network, and an IPv4 customer by their address', () => {
    expect(velocityPrefixes(address('2001:db8:1:2:3::4'))).toEqual({ customer: '2001:db8:1:2::/64', neighbours: '2001:db8:1::/48' })
    expect(velocityPrefixes(address('::ffff:192.0.2.7'))).toEqual({ customer: '192.0.2.7/32', neighbours: '192.0.2.0/24' })
  })
})

describe('parsing a network', () => {
  it('spans it whole, whatever stands behind the prefix', () => {
    expect(parseNetwork('192.0.2.77/24')).toEqual({ version: 4, from: 0xc0000200, to: 0xc00002ff })
    expect(parseNetwork('0.0.0.0/0')).toEqual({ version: 4, from: 0, to: 2 ** 32 - 1 })
    expect(parseNetwork('::/0')).toEqual({ version: 6, from: 0n, to: (1n << 128n) - 1n })
    expect(parseNetwork('192.0.2.7')).toEqual({ version: 4, from: 0xc0000207, to: 0xc0000207 })
  })

  it('takes no other lengths', () => {
    for (const text of ['1.2.3.4/33', '1.2.3.4/', '1.2.3.4/-1', '1.2.3.4/1e1', '::/129', '::ffff:1.2.3.4/96', '/8', '1.2.3.4/0x8']) {
      expect(parseNetwork(text), text).toBeUndefined()
    }
  })
})
