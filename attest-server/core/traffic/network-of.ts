import { parseAddress } from '../../../shared/address/parse-address.js'
import { prefixOf } from '../../../shared/address/prefix-of.js'

/** The least that is routed by itself: what one customer is given at most (RFC 6177), and the smallest block that is sold. */
const NETWORK_BITS = { 4: 24, 6: 48 } as const

/** What is counted for whoever has many addresses of one owner. @param text an address that is known */
export function networkOf(text: string): string {
  const address = parseAddress(text)
  return address ? prefixOf(address, NETWORK_BITS[address.version]) : text
}
