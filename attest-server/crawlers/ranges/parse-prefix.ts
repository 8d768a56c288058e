import { err, ok, type Result } from '../../../shared/result.js'
import { MAPPED, parseAddress } from './parse-address.js'

/** Addresses from one to another, both within, in the space of both versions. */
export interface Range {
  readonly first: bigint
  readonly last: bigint
}

export type PrefixFault = 'not_a_prefix' | 'too_wide' | 'not_public'

/** No crawler has more: who holds as much as this by one line could take in everybody. */
const WIDEST = { v4: 8, v6: 19 } as const

/** What is not of the public internet: the special-purpose registries of IANA (RFC 6890), and multicast. */
const special = (
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 ' +
  '198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20'
)
  .split(' ')
  .map((text) => rangeOf(text) as Range)

/** IPv6 gives out only `2000::/3` so far. */
const global6: Range = { first: 0x2000n << 112n, last: (0x4000n << 112n) - 1n }
const all4: Range = { first: MAPPED, last: MAPPED | 0xffff_ffffn }

const within = (range: Range, whole: Range) => range.first >= whole.first && range.last <= whole.last
const meets = (a: Range, b: Range) => a.first <= b.last && b.first <= a.last

/** Bits of the prefix, as the version counts them; NaN where it says none. */
function bitsOf(text: string | undefined, width: number): number {
  if (text === undefined) return width
  return /^\d{1,3}$/.test(text) && Number(text) <= width ? Number(text) : Number.NaN
}

/** Bits of the address beyond the prefix are left out, as RFC 4632 §3.1 has it. */
function rangeOf(text: string): Range | undefined {
  const slash = text.indexOf('/')
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash))
  if (!address) return undefined
  const width = text.includes(':') ? 128 : 32
  const bits = bitsOf(slash < 0 ? undefined : text.slice(slash + 1), width)
  if (Number.isNaN(bits)) return undefined
  const size = 1n << BigInt(width - bits)
  const first = (address.value / size) * size
  return { first, last: first + size - 1n }
}

/** Reads an address or a CIDR of the public internet. What takes in any address that is not public is refused whole. */
export function parsePrefix(text: string): Result<Range, PrefixFault> {
  const range = rangeOf(text)
  if (!range) return err('not_a_prefix')
  const dotted = !text.includes(':')
  const size = range.last - range.first + 1n
  if (size > 1n << BigInt(dotted ? 32 - WIDEST.v4 : 128 - WIDEST.v6)) return err('too_wide')
  if (!within(range, dotted ? all4 : global6) || special.some((other) => meets(range, other))) return err('not_public')
  return ok(range)
}
