import type { Address, AddressRange } from './address.js'
import { parseAddress } from './parse-address.js'

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

/** A network as `1.2.3.0/24`, or one address. Bits behind the prefix are taken as 0. A mapped IPv4 network keeps its own bits' meaning: none is accepted. */
export function parseNetwork(text: string): AddressRange | undefined {
  const [base = '', bits] = text.split('/', 2)
  const address = parseAddress(base)
  if (!address) return undefined
  if (bits !== undefined) return base.includes(':') && address.version === 4 ? undefined : spread(address, bits)
  return rangeBetween(address, address)
}

/** @returns undefined where the ends are of two kinds, or the wrong way round. */
export function rangeBetween(from: Address, to: Address): AddressRange | undefined {
  if (from.version === 4 && to.version === 4 && from.value <= to.value) return { version: 4, from: from.value, to: to.value }
  if (from.version === 6 && to.version === 6 && from.value <= to.value) return { version: 6, from: from.value, to: to.value }
  return undefined
}
