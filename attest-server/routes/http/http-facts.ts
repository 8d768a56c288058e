import type { Context } from 'hono'
import { remembering } from '../../../shared/remembering.js'
import { isLoopbackHost } from '../../core/checks/origin.js'
import type { HttpFacts } from '../../facts/fact.js'
import { clientAddress, evidenceAddress } from './client-address.js'
import type { AppEnv } from './env.js'

export interface HttpFactsSettings {
  /** This server's public address. */
  readonly issuer: string
  readonly trustedProxies: number
}

const hostnameOf = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '')

/** The same for each request, and asked by each. */
const issuerHost = remembering((issuer) => new URL(issuer).hostname)

/** Whether browsers see a trustworthy address (W3C Secure Contexts §3.1). On plain http it depends on the name by which they came. */
function isTrustworthy(issuer: string, host: string | undefined): boolean {
  if (issuer.startsWith('https:')) return true
  return isLoopbackHost(issuerHost(issuer)) && isLoopbackHost(hostnameOf(host))
}

/**
 * Header names as the client wrote them: only HTTP/1.1 keeps their case, and only without a proxy in between. Where the public address
 * is https and TLS did not end here there is one, whether or not it was configured.
 */
function headerNames(c: Context<AppEnv>, { issuer, trustedProxies }: HttpFactsSettings): readonly string[] | undefined {
  const incoming = c.env?.incoming
  if (!incoming || trustedProxies > 0 || incoming.httpVersion !== '1.1') return undefined
  if (issuer.startsWith('https:') && !incoming.socket.encrypted) return undefined
  return incoming.rawHeaders.filter((_, i) => i % 2 === 0)
}

/** Where a request came from, for limits; undefined where that is only guessed. */
export function requestAddress(c: Context<AppEnv>, trustedProxies: number): string | undefined {
  const peer = c.env?.incoming?.socket.remoteAddress
  return evidenceAddress(clientAddress({ peer, forwardedFor: c.req.header('x-forwarded-for'), trustedProxies }))
}

/** All headers by their names in lower case, as `Headers` have them: one that came twice is joined. Where Node has read them, no such object is made of them. */
function headersOf(c: Context<AppEnv>): ReadonlyMap<string, string> {
  const raw = c.env?.incoming?.rawHeaders
  if (!raw?.length) return new Map(Object.entries(c.req.header()))
  const headers = new Map<string, string>()
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]!.toLowerCase()
    // HTTP/2's own are none.
    if (name.startsWith(':')) continue
    const before = headers.get(name)
    headers.set(name, before === undefined ? raw[i + 1]! : `${before}, ${raw[i + 1]}`)
  }
  return headers
}

/** What a request says of itself apart from its body. */
export function httpFacts(c: Context<AppEnv>, via: HttpFacts['via'], settings: HttpFactsSettings): HttpFacts {
  const { issuer, trustedProxies } = settings
  const headers = headersOf(c)
  return {
    via,
    headers,
    headerNames: headerNames(c, settings),
    trustworthy: isTrustworthy(issuer, headers.get('host')),
    address: requestAddress(c, trustedProxies),
    // A proxy's TLS says nothing of the visitors behind it.
    tls: trustedProxies > 0 ? undefined : c.env?.tls,
  }
}
