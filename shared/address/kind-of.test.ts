import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it } from 'vitest'
import { isInternal } from './is-internal.js'
import { kindOf, kindWithin } from './kind-of.js'
import { parseAddress } from './parse-address.js'
import { parseNetwork } from './parse-network.js'

describe('the kind of an address', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.1', 'public'],
    ['100.63.255.255', 'public'],
    ['100.128.0.1', 'public'],
    ['2606:4700::1111', 'public'],
    ['::ffff:8.8.8.8', 'public'],
    ['0.0.0.0', 'this-network'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'carrier-nat'],
    ['127.0.0.1', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['192.0.0.1', 'reserved'],
    ['192.31.196.1', 'reserved'],
    ['192.88.99.1', 'transition'],
    ['192.0.2.1', 'documentation'],
    ['203.0.113.7', 'documentation'],
    ['198.19.0.1', 'benchmark'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['::', 'this-network'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::66.249.66.1', 'transition'],
    ['::ffff:0:127.0.0.1', 'not-global'],
    ['64:ff9b::808:808', 'transition'],
    ['64:ff9b:1::1', 'transition'],
    ['100::1', 'reserved'],
    ['2001:0:1::1', 'transition'],
    ['2001:2::1', 'benchmark'],
    ['2001:20::1', 'reserved'],
    ['2001:4860::8888', 'public'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::', 'transition'],
    ['2620:4f:8000::1', 'reserved'],
    ['3fff:0fff::1', 'documentation'],
    ['fd00::1', 'private'],
    ['febf::1', 'link-local'],
    ['fec0::1', 'private'],
    ['ff02::1', 'multicast'],
    ['4000::1', 'not-global'],
  ])('of %s is %s', (text, kind) => {
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
