import type { Address, AddressRange } from './address.js'
import { parseAddress } from './parse-address.js'
import { rangeBetween } from './range-between.js'

/** `undefined` where the bits are no number that this kind of address has. */
function sizeOf(bits: string, width: 32 | 128): number | undefined {
  const count = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
  return count <= width ? width - count : undefined
}

function spread(address: Address, bits: string): AddressRange | undefined {
  const free = sizeOf(bits, address.version === 4 ? 32 : 128)
  if (free === undefined) return undefined
  if (address.version === 4) {
    const from = Math.floor(address.value / 2 ** free) * 2 ** free
    return { version: 4, from, to: from + 2 ** free - 1 }
  }
  const from = (address.value >> BigInt(free)) << BigInt(free)
  return { version: 6, from, to: from + (1n << BigInt(free)) - 1n }
}

/**
 * A network as `1.2.3.0/24`, or one address. Bits behind the prefix are taken as 0 (RFC 4632 §3.1).
 * @returns undefined for what is none, and for networks of IPv4 mapped into IPv6: whose bits they count is not clear
 */
export function parseNetwork(text: string): AddressRange | undefined {
  const [base = '', bits, more] = text.split('/', 3)
  const address = parseAddress(base)
  if (!address || more !== undefined) return undefined
  if (bits === undefined) return rangeBetween(address, address)
  return base.includes(':') && address.version === 4 ? undefined : spread(address, bits)
}
