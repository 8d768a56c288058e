import { parseAddress } from '../../../../shared/address/parse-address.js'
import { prefixOf } from '../../../../shared/address/prefix-of.js'

/** What one connection is given at least (RFC 6177): whoever has it chooses among 2⁶⁴ addresses. */
const NETWORK_BITS = 64

/** Whom a limit by address is counted for: of IPv6 the network, or nobody who has one would ever meet a limit. @param text an address that is known */
export function limitedAddress(text: string): string {
  const address = parseAddress(text)
  return address?.version === 6 ? prefixOf(address, NETWORK_BITS) : text
}
