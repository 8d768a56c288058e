import { describe, expect, it } from 'vitest'
import { networkOf } from './network-of.js'

describe('a network', () => {
  it('is one for all addresses of the block that one owner has', () => {
    const texts = ['192.0.2.1', '192.0.2.255', '192.0.3.1', '2001:db8:1:2::1', '2001:db8:1:ffff::1', '2001:db8:2::1', 'unknown']
    const networks = ['192.0.2.0/24', '192.0.2.0/24', '192.0.3.0/24', '2001:db8:1::/48', '2001:db8:1::/48', '2001:db8:2::/48', 'unknown']
    expect(texts.map(networkOf)).toEqual(networks)
  })
})
