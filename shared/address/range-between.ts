import type { Address, AddressRange } from './address.js'

/** @returns undefined where the ends are of two kinds, or the wrong way round. */
export function rangeBetween(from: Address, to: Address): AddressRange | undefined {
  if (from.version === 4 && to.version === 4 && from.value <= to.value) return { version: 4, from: from.value, to: to.value }
  if (from.version === 6 && to.version === 6 && from.value <= to.value) return { version: 6, from: from.value, to: to.value }
  return undefined
}
