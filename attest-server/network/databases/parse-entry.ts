import type { Address, AddressRange } from '../../../shared/address/address.js'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { parseNetwork } from '../../../shared/address/parse-network.js'
import { rangeBetween } from '../../../shared/address/range-between.js'

export interface Entry {
  readonly range: AddressRange
  /** What stands behind the addresses. */
  readonly rest: readonly string[]
}

const v4Number = (text: string): Address | undefined => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return value < 2 ** 32 ? { version: 4, value, text: '' } : undefined
}

const v6Number = (text: string): Address | undefined => {
  const value = /^\d{1,39}$/.test(text) ? BigInt(text) : undefined
  return value !== undefined && value < 1n << 128n ? { version: 6, value, text: '' } : undefined
}

/** Both ends as addresses, or both as numbers: of IPv4 where both are small enough, as in ip-location-db's `-num` files. */
function betweenEnds(first: string, second: string): AddressRange | undefined {
  const from = parseAddress(first) ?? (v4Number(second) ? v4Number(first) : v6Number(first))
  const to = parseAddress(second) ?? v4Number(second) ?? v6Number(second)
  return from && to ? rangeBetween(from, to) : undefined
}

/** Tor's own list of exits: `ExitAddress 192.0.2.7 2026-11-01 10:00:00`, between lines of other kinds. */
const TOR = /^ExitAddress (\S{7,45}) /

/**
 * What one line says: `from,to,…`, `network/24,…` or one address.
 * @returns undefined for what is no entry
 */
export function parseEntry(fields: readonly string[]): Entry | undefined {
  const [first = '', second] = fields
  const exit = TOR.exec(first)?.[1]
  const between = second === undefined || exit !== undefined ? undefined : betweenEnds(first, second)
  if (between) return { range: between, rest: fields.slice(2) }
  const range = parseNetwork(exit ?? first)
  return range && { range, rest: fields.slice(1) }
}
