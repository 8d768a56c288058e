import type { Address } from '../../../shared/address/address.js'
import { isInternal } from '../../../shared/address/is-internal.js'
import { parseHop } from '../../../shared/address/parse-hop.js'

export interface AddressClues {
  /** The field `ip`: what the describer takes for the client's address, or the address of the peer that it saw. */
  readonly ip: string | undefined
  readonly forwardedFor: string | undefined
  readonly realIp: string | undefined
  /** How many proxies stand before the describer, each of which appends the address that it saw. */
  readonly trustedProxies: number
}

const parsed = (text: string | undefined): Address | undefined => (text === undefined ? undefined : parseHop(text))

/**
 * Whose request it was (NBP-16). The address that the describer names, if it can be a client's. Where it is internal or not told, it is the
 * right-most address of the chain that none of the describer's own proxies wrote; whoever is further left can write anything. Without
 * configured proxies the chain is nobody's word: then there is none.
 */
export function describedAddress({ ip, forwardedFor, realIp, trustedProxies }: AddressClues): string | undefined {
  const named = parsed(ip)
  if (trustedProxies <= 0 || (named && !isInternal(named))) return named?.text
  const hop = forwardedFor ? forwardedFor.split(',').at(-trustedProxies) : realIp
  return (parsed(hop) ?? named)?.text
}
