import type { Address } from './address.js'
import { type AddressKind, kindOf } from './kind-of.js'

const internal: ReadonlySet<AddressKind> = new Set(['this-network', 'private', 'carrier-nat', 'loopback', 'link-local'])

/** Whether it is an address of neighbours (RFC 1918, 3927, 4193, 4291, 6598): a proxy of ours may have it, a visitor from outside never. */
export const isInternal = (address: Address): boolean => internal.has(kindOf(address))
