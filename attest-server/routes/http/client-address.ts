/** Where a request came from, and how well that is known. */
export interface ClientAddress {
  readonly address: string
  /** Read from a header that nobody configured, or missing hops that somebody did: never evidence, and never a visitor's address. */
  readonly inferred: boolean
}

/** Loopback, private and link-local (RFC 1918, 3927, 4193, 4291): a peer that has one is a neighbour of ours, not a visitor. */
const PRIVATE = /^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i
const ADDRESS = /^[0-9a-fA-F:.]{2,45}$/

/** `1.2.3.4:567`, `[::1]:567` and `::ffff:1.2.3.4` as plain addresses; undefined for what is none. */
function plain(text: string | undefined): string | undefined {
  const bare = text
    ?.trim()
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  return bare !== undefined && ADDRESS.test(bare) ? bare : undefined
}

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
  const socket = plain(peer)
  const hops = (forwardedFor ?? '').split(',').map(plain)
  if (trustedProxies > 0) {
    const address = hops.at(-trustedProxies)
    if (address !== undefined && forwardedFor) return { address, inferred: false }
    // Fewer hops than configured: this request came another way.
    return socket === undefined ? undefined : { address: socket, inferred: true }
  }
  if (socket === undefined) return undefined
  const guess = forwardedFor && PRIVATE.test(socket) ? hops.at(-1) : undefined
  return guess === undefined ? { address: socket, inferred: false } : { address: guess, inferred: true }
}

/** The address as facts see it: a guess is none. */
export const evidenceAddress = (client: ClientAddress | undefined): string | undefined =>
  client === undefined || client.inferred ? undefined : client.address
