import type { Address, AddressRange } from '../../../shared/address/address.js'
import { cidrsOf } from '../../../shared/address/ranges/cidrs-of.js'
import { tableOf } from '../../../shared/address/ranges/table-of.js'

/** Addresses that a list has. */
export interface RangeSet {
  /** How many ranges, where those that touch count as one. */
  readonly size: number
  has(address: Address): boolean
  /** The fewest CIDRs that say the same, in order. */
  cidrs(): readonly string[]
}

export function createRangeSet(ranges: readonly AddressRange[]): RangeSet {
  const table = tableOf(ranges.map((range) => ({ range, value: true })))
  return {
    size: table.size,
    has: (address) => table.find(address) === true,
    cidrs: () => table.ranges().flatMap(cidrsOf),
  }
}
