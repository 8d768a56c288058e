import { describe, expect, it } from 'vitest'
import { clientAddress, evidenceAddress } from './client-address.js'

const of = (peer: string | undefined, forwardedFor?: string, trustedProxies = 0) => clientAddress({ peer, forwardedFor, trustedProxies })
const known = (address: string) => ({ address, inferred: false })
const guessed = (address: string) => ({ address, inferred: true })

describe('clientAddress', () => {
  it('is the peer where no proxy is configured', () => {
    expect(of('203.0.113.7')).toEqual(known('203.0.113.7'))
    expect(of('::ffff:203.0.113.7')).toEqual(known('203.0.113.7'))
    expect(of('203.0.113.7', '198.51.100.1')).toEqual(known('203.0.113.7'))
  })

  it('is a guess where the peer is plainly a proxy that nobody configured', () => {
    for (const peer of ['127.0.0.1', '10.0.0.2', '::1', '172.16.3.4', 'fd00::1']) {
      expect(of(peer, '198.51.100.1, 203.0.113.9')).toEqual(guessed('203.0.113.9'))
    }
    expect(of('127.0.0.1')).toEqual(known('127.0.0.1'))
  })

  it('is the right-most address that none of our proxies wrote', () => {
    expect(of('10.0.0.2', 'spoofed, 198.51.100.1', 1)).toEqual(known('198.51.100.1'))
    expect(of('10.0.0.2', '6.6.6.6, 198.51.100.1, 10.0.0.3', 2)).toEqual(known('198.51.100.1'))
  })

  it('reads ports and brackets away', () => {
    expect(of('10.0.0.2', '198.51.100.1:4711', 1)).toEqual(known('198.51.100.1'))
    expect(of('10.0.0.2', '[2001:db8::1]:4711', 1)).toEqual(known('2001:db8::1'))
  })

  it('falls back to the peer, as a guess, where a request did not pass all of our proxies', () => {
    expect(of('203.0.113.7', undefined, 1)).toEqual(guessed('203.0.113.7'))
    expect(of('203.0.113.7', '198.51.100.1', 2)).toEqual(guessed('203.0.113.7'))
    expect(of('203.0.113.7', 'not an address', 1)).toEqual(guessed('203.0.113.7'))
  })

  it('is unknown where the runtime does not tell', () => {
    expect(of(undefined, '198.51.100.1')).toBeUndefined()
  })
})

describe('evidenceAddress', () => {
  it('never is a guess', () => {
    expect(evidenceAddress(known('203.0.113.7'))).toBe('203.0.113.7')
    expect(evidenceAddress(guessed('203.0.113.7'))).toBeUndefined()
    expect(evidenceAddress(undefined)).toBeUndefined()
  })
})
