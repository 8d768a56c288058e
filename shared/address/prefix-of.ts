import type { Address } from './address.js'
import { v4At, v6At } from './address-at.js'

/** The network of so many bits that an address lies in, as `1.2.3.0/24` or `2001:db8:1::/48`: the same text for all of its addresses. */
export function prefixOf(address: Address, bits: number): string {
  if (address.version === 4) {
    const size = 2 ** (32 - bits)
    return `${v4At(Math.floor(address.value / size) * size).text}/${bits}`
  }
  const shift = BigInt(128 - bits)
  return `${v6At((address.value >> shift) << shift).text}/${bits}`
}
