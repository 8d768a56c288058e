import ipaddr from 'ipaddr.js'
import type { Address } from './address.js'

/** Of 45 characters at most (`0000:…:255.255.255.255`), and a zone behind it (RFC 4007 §11.2). */
const LONGEST = 64
/** Decimal, without leading zeros: octal, hexadecimal and short forms are read differently by others, and never here. */
const V4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/
const V6 = /^[0-9a-f:]{2,39}$/i
const DOTTED = /^([0-9a-f:]{2,30}:|::)(\d[\d.]{6,14})$/i

const v4Of = (bytes: readonly number[]): Address => ({
  version: 4,
  value: bytes.reduce((sum, byte) => sum * 256 + byte, 0),
  text: bytes.join('.'),
})

function parseV4(text: string): Address | undefined {
  return V4.test(text) ? v4Of(text.split('.').map(Number)) : undefined
}

/** The library takes `::1.2.3.4` for `::ffff:1.2.3.4`, which it is not: it is only given hexadecimal groups. */
function withoutDots(text: string): string | undefined {
  const [, start, end = ''] = DOTTED.exec(text) ?? []
  if (start === undefined) return text
  const tail = parseV4(end)
  return tail?.version === 4 ? `${start}${(tail.value >>> 16).toString(16)}:${(tail.value & 0xffff).toString(16)}` : undefined
}

function parseV6(given: string): Address | undefined {
  const text = withoutDots(given)
  if (text === undefined || !V6.test(text) || !ipaddr.IPv6.isValid(text)) return undefined
  const parsed = ipaddr.IPv6.parse(text)
  if (parsed.isIPv4MappedAddress()) return v4Of(parsed.toByteArray().slice(12))
  const value = parsed.parts.reduce((sum, part) => (sum << 16n) | BigInt(part), 0n)
  return { version: 6, value, text: parsed.toRFC5952String() }
}

/**
 * One spelling for one address: IPv4 mapped into IPv6 becomes IPv4, a zone (`%eth0`) is dropped, IPv6 is written as RFC 5952 says.
 * @param text without port and brackets
 * @returns undefined for what is no address. Never throws.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined
  if (!text.includes(':')) return parseV4(text)
  const zone = text.indexOf('%')
  return parseV6(zone < 0 ? text : text.slice(0, zone))
}
