import type { Address } from './address.js'
import { formatV6 } from './format-v6.js'

/** @param value from 0 to 2³² − 1 */
export const v4At = (value: number): Address => ({
  version: 4,
  value,
  text: `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`,
})

/** @param value from 0 to 2¹²⁸ − 1; where IPv6 maps IPv4 (`::ffff:0:0/96`, RFC 4291 §2.5.5.2), it is the IPv4 address */
export const v6At = (value: bigint): Address =>
  value >> 32n === 0xffffn ? v4At(Number(value & 0xffff_ffffn)) : { version: 6, value, text: formatV6(value) }
