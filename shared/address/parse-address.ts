import type { Address } from './address.js'
import { v4At, v6At } from './address-at.js'

/** `0000:…:255.255.255.255`. */
const LONGEST = 45

/** Only what `inet_pton` takes: four decimal numbers without leading zeros. Octal, hexadecimal and short forms are no addresses here. */
function parseV4(text: string): readonly number[] | undefined {
  const parts = text.split('.', 5)
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part))) return undefined
  const bytes = parts.map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : undefined
}

/** Groups of one side of `::`, as bytes; the last of all may be an IPv4 address. */
function parseGroups(text: string, isEnd: boolean): readonly number[] | undefined {
  if (text === '') return []
  const groups = text.split(':', 10)
  const bytes: number[] = []
  for (const [i, group] of groups.entries()) {
    const v4 = isEnd && i === groups.length - 1 && group.includes('.') ? parseV4(group) : undefined
    if (v4) bytes.push(...v4)
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
  const bytes = text.includes(':') ? parseV6(text) : parseV4(text)
  if (!bytes) return undefined
  return bytes.length === 4 ? v4At(Number(numberOf(bytes))) : v6At(numberOf(bytes))
}
