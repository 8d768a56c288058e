import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { isInternal } from './is-internal.js'
import { kindOf, kindWithin } from './kind-of.js'
import { parseAddress } from './parse-address.js'
import { parseNetwork } from './parse-network.js'
import { kindsOfAddresses } from './testing/kinds-of-addresses.js'

describe('the kind of an address', () => {
  it.each(kindsOfAddresses.map(([text, kind]) => [text, kind] as const))('of %s is %s', (text, kind) => {
    expect(kindOf(parseAddress(text)!)).toBe(kind)
  })

  it('is public only where a library calls it unicast', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const address = parseAddress(text)!
        return kindOf(address) !== 'public' || ipaddr.parse(address.text).range() === 'unicast'
      }),
      { numRuns: 2000 },
    )
  })

  it('is one for a range, or none', () => {
    const of = (text: string) => kindWithin(parseNetwork(text)!)
    expect(['8.8.0.0/16', '10.0.0.0/9', '192.0.0.0/8', '0.0.0.0/0', '2a00::/12', 'fc00::/6'].map(of)).toEqual([
      'public',
      'private',
      undefined,
      undefined,
      'public',
      undefined,
    ])
  })
})

describe('an internal address', () => {
  it('is what no visitor from outside has', () => {
    for (const text of ['0.0.0.0', '10.1.1.1', '127.0.0.1', '172.31.0.1', '100.64.0.1', '169.254.1.1', '::', '::1', 'fd00::1', 'fe80::1'])
      expect(isInternal(parseAddress(text)!), text).toBe(true)
    for (const text of ['11.1.1.1', '172.32.0.1', '100.128.0.1', '203.0.113.7', '2001:db8::1'])
      expect(isInternal(parseAddress(text)!), text).toBe(false)
  })
})
