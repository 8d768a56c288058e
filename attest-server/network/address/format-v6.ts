import ipaddr from 'ipaddr.js'

/** A 128-bit number as RFC 5952 writes it. */
export function formatV6(value: bigint): string {
  const parts = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn))
  return new ipaddr.IPv6(parts).toRFC5952String()
}
