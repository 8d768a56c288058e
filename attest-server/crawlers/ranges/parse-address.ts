import ipaddr from 'ipaddr.js'
import type { Address } from '../../core/crawlers/ports.js'

/** The longest IPv6 address as text, with its last part in dots: RFC 4291 §2.2. */
const LONGEST = 45
/** `::ffff:0:0/96`, where IPv6 has IPv4: RFC 4291 §2.5.5.2. */
export const MAPPED = 0xffff_0000_0000n

const numberOf = (bytes: readonly number[]) => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)

/** An address from its place in the space of both versions. */
export function addressAt(value: bigint): Address {
  const mapped = value >> 32n === MAPPED >> 32n
  const length = mapped ? 4 : 16
  const bytes = Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 0xffn))
  const address = ipaddr.fromByteArray(bytes)
  return { value, text: address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString() }
}

/**
 * Reads an IP address: IPv4 as four decimal numbers, IPv6 without a zone. Where IPv6 maps IPv4, it is the IPv4 address.
 *
 * @returns undefined for anything else, `0x7f.1` and `010.0.0.1` among it.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return addressAt(MAPPED | numberOf(ipaddr.IPv4.parse(text).toByteArray()))
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined
  return addressAt(numberOf(ipaddr.IPv6.parse(text).toByteArray()))
}
