import { describe, expect, it } from 'vitest'
import { parseAddress } from './parse-address.js'
import { prefixOf } from './prefix-of.js'

describe('the prefix of an address', () => {
  it.each([
    ['192.0.2.77', 24, '192.0.2.0/24'],
    ['::ffff:192.0.2.77', 24, '192.0.2.0/24'],
    ['255.255.255.255', 8, '255.0.0.0/8'],
    ['192.0.2.77', 0, '0.0.0.0/0'],
    ['192.0.2.77', 32, '192.0.2.77/32'],
    ['2001:db8:1:2:3::4', 48, '2001:db8:1::/48'],
    ['2001:db8:1:2:3::4', 64, '2001:db8:1:2::/64'],
    ['2001:db8::1', 0, '::/0'],
    ['2001:db8::1', 128, '2001:db8::1/128'],
  ])('of %s with %i bits is %s', (text, bits, prefix) => {
    expect(prefixOf(parseAddress(text)!, bits)).toBe(prefix)
  })
})
