import { describe, expect, it } from 'vitest'
import { describedAddress } from './described-address.js'

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
