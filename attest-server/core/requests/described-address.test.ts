import { describe, expect, it } from 'vitest'
import { describedAddress } from './described-address.js'
import { isInternal, parseAddress } from './parse-address.js'

const address = (ip: string | undefined, forwardedFor?: string, trustedProxies = 0, realIp?: string) =>
  describedAddress({ ip, forwardedFor, realIp, trustedProxies })

describe('describedAddress', () => {
  it('takes the address that the describer names', () => {
    expect(address('203.0.113.7', '1.1.1.1')).toBe('203.0.113.7')
    expect(address('[2001:DB8::7]:443')).toBe('2001:db8::7')
  })

  it('takes no word of a chain that nobody vouches for', () => {
    expect(address(undefined, '1.1.1.1, 2.2.2.2')).toBeUndefined()
    expect(address('127.0.0.1', '104.21.32.1')).toBe('127.0.0.1')
  })

  it('takes the right-most hop that none of its own proxies wrote, however much was written to its left', () => {
    expect(address('10.0.0.1', '6.6.6.6, 198.51.100.4', 1)).toBe('198.51.100.4')
    expect(address(undefined, '6.6.6.6, 198.51.100.4, 10.0.0.9', 2)).toBe('198.51.100.4')
    expect(address('10.0.0.1', undefined, 1, '198.51.100.4')).toBe('198.51.100.4')
    expect(address('10.0.0.1', 'unknown', 1)).toBe('10.0.0.1')
  })
})

describe('parseAddress', () => {
  it('reads addresses in all their spellings, and nothing else', () => {
    for (const text of ['1.2.3.4', '255.255.255.255', '::', '::1', '2001:db8::1', '1:2:3:4:5:6:7:8', '64:ff9b::192.0.2.1', 'fe80::1']) {
      expect(parseAddress(text), text).toBe(text)
    }
    expect([parseAddress('1.2.3.4:80'), parseAddress('::ffff:1.2.3.4')]).toEqual(['1.2.3.4', '1.2.3.4'])
    for (const text of [
      '',
      '1.2.3',
      '256.1.1.1',
      '01.2.3.4',
      '1:2:3',
      '1::2::3',
      ':::',
      '1:2:3:4:5:6:7:8:9',
      'g::1',
      'localhost',
      '1.2.3.4.5',
      'a'.repeat(99),
    ]) {
      expect(parseAddress(text), text).toBeUndefined()
    }
  })

  it('knows what is nobody’s on the internet', () => {
    for (const text of ['10.1.1.1', '127.0.0.1', '172.31.0.1', '100.64.0.1', '::1', 'fd00::1', 'fe80::1'])
      expect(isInternal(text), text).toBe(true)
    for (const text of ['11.1.1.1', '172.32.0.1', '100.128.0.1', '2001:db8::1']) expect(isInternal(text), text).toBe(false)
  })
})
