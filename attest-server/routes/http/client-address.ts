import type { Address } from '../../../shared/address/address.js'
import { isInternal } from '../../../shared/address/is-internal.js'
import { parseHop } from '../../../shared/address/parse-hop.js'

/** Where a request came from, and how well that is known. */
export interface ClientAddress {
  readonly address: string
  /** Read from a header that nobody configured, or missing hops that somebody did: never evidence, and never a visitor's address. */
  readonly inferred: boolean
}

const hopOf = (text: string | undefined): Address | undefined => (text === undefined ? undefined : parseHop(text))

export interface AddressSources {
  /** The socket's remote address. */
  readonly peer: string | undefined
  readonly forwardedFor: string | undefined
  /** How many proxies of our own stand before this server, each of which appends the address that it saw. */
  readonly trustedProxies: number
}

/**
 * The right-most address that none of our own proxies wrote. Whoever is further left can write anything. Without configured proxies
 * the peer is the client; where it is plainly a proxy that nobody configured, the best guess is marked as one.
 */
export function clientAddress({ peer, forwardedFor, trustedProxies }: AddressSources): ClientAddress | undefined {
  const socket = hopOf(peer)
  const hop = (fromRight: number) => hopOf(forwardedFor?.split(',').at(-fromRight))
  if (trustedProxies > 0) {
    const own = hop(trustedProxies)
    if (own) return { address: own.text, inferred: false }
    // Fewer hops than configured: this request came another way.
    return socket && { address: socket.text, inferred: true }
  }
  if (!socket) return undefined
  const guess = isInternal(socket) ? hop(1) : undefined
  return { address: (guess ?? socket).text, inferred: guess !== undefined }
}

/** The address as facts see it: a guess is none. */
export const evidenceAddress = (client: ClientAddress | undefined): string | undefined =>
  client === undefined || client.inferred ? undefined : client.address
