import type { Address } from './address.js'
import { v4At, v6At } from './address-at.js'

/** `0000:…:255.255.255.255`. */
const LONGEST = 45
const DOT = 0x2e
const ZERO = 0x30

/** Only what `inet_pton` takes: four decimal numbers without leading zeros. Octal, hexadecimal and short forms are no addresses here. */
function parseV4(text: string): number | undefined {
  let value = 0
  let parts = 0
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text.charCodeAt(i) !== DOT) continue
    const byte = parseByte(text, start, i)
    if (byte === undefined || ++parts > 4) return undefined
    value = value * 256 + byte
    start = i + 1
  }
  return parts === 4 ? value : undefined
}

/** One to three digits, the first of which is 0 only where it is alone. */
function parseByte(text: string, start: number, end: number): number | undefined {
  const length = end - start
  if (length < 1 || length > 3 || (length > 1 && text.charCodeAt(start) === ZERO)) return undefined
  let byte = 0
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return undefined
    byte = byte * 10 + digit
  }
  return byte <= 255 ? byte : undefined
}

/** Groups of one side of `::`, as bytes; the last of all may be an IPv4 address. */
function parseGroups(text: string, isEnd: boolean): readonly number[] | undefined {
  if (text === '') return []
  const groups = text.split(':', 10)
  const bytes: number[] = []
  for (const [i, group] of groups.entries()) {
    const v4 = isEnd && i === groups.length - 1 && group.includes('.') ? parseV4(group) : undefined
    if (v4 !== undefined) bytes.push(v4 >>> 24, (v4 >>> 16) & 255, (v4 >>> 8) & 255, v4 & 255)
    else if (/^[0-9A-Fa-f]{1,4}$/.test(group)) bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255)
    else return undefined
  }
  return bytes
}

/** RFC 4291 §2.2, without a zone. */
function parseV6(text: string): readonly number[] | undefined {
  const sides = text.split('::', 3)
  if (sides.length > 2) return undefined
  const head = parseGroups(sides[0]!, sides.length === 1)
  const tail = sides.length === 2 ? parseGroups(sides[1]!, true) : []
  if (!head || !tail) return undefined
  const missing = 16 - head.length - tail.length
  if (sides.length === 2 ? missing < 2 : missing !== 0) return undefined
  return [...head, ...new Array<number>(missing).fill(0), ...tail]
}

const numberOf = (bytes: readonly number[]): bigint => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)

/**
 * Reads an IP address in its plain text form. One spelling for one address: IPv4 mapped into IPv6 (`::ffff:1.2.3.4`) is IPv4. The
 * IPv4-compatible form (`::1.2.3.4`), which was given up, is not: it stays IPv6.
 * @returns undefined for everything else: names, brackets, zones, ports, and numbers that some parsers would take for an address.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined
  if (text.includes(':')) {
    const bytes = parseV6(text)
    return bytes && v6At(numberOf(bytes))
  }
  const value = parseV4(text)
  return value === undefined ? undefined : v4At(value)
}
