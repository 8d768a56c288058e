import type { Address } from './address.js'
import { formatV6 } from './format-v6.js'

/** The network of so many bits that an address lies in, as `1.2.3.0/24` or `2001:db8:1::/48`: the same text for all of its addresses. */
export function prefixOf(address: Address, bits: number): string {
  if (address.version === 4) {
    const size = 2 ** (32 - bits)
    const start = Math.floor(address.value / size) * size
    return `${[24, 16, 8, 0].map((shift) => (start >>> shift) & 255).join('.')}/${bits}`
  }
  const shift = BigInt(128 - bits)
  return `${formatV6((address.value >> shift) << shift)}/${bits}`
}

/**
 * By what visits of one place are counted together: the address itself, what one customer is given, and the neighbourhood. With IPv6 a
 * customer has a /64 at least and a /56 or /48 often (RFC 6177), so that single addresses count nothing there.
 */
export function velocityPrefixes(address: Address): { readonly customer: string; readonly neighbours: string } {
  return address.version === 4
    ? { customer: prefixOf(address, 32), neighbours: prefixOf(address, 24) }
    : { customer: prefixOf(address, 64), neighbours: prefixOf(address, 48) }
}
