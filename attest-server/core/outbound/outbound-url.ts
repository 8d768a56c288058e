import { parseAddress } from '../../../shared/address/parse-address.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { isLoopbackHost } from '../checks/origin.js'

export type UrlFault =
  | 'url-malformed'
  | 'url-scheme'
  | 'url-credentials'
  | 'url-port'
  /** An IP address, in any of the ways in which parsers of URLs take one. */
  | 'url-literal-address'
  /** No name of the public DNS: a single label, or a name reserved for local use. */
  | 'url-local-name'

/** What of a network may be reached. */
export interface NetworkLimits {
  /** Allows `localhost` and loopback addresses, over `http:` too and at any port: for development and tests. */
  readonly loopback: boolean
  /** 443 unless configured. */
  readonly ports: readonly number[]
}

const MAX_URL_CHARS = 512

/** Names that no public resolver knows, or that resolve to what is near (RFC 6761, RFC 6762, RFC 7686, RFC 8375, and ICANN's `.internal`). */
const LOCAL = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'onion', 'arpa', 'localdomain'] as const

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

function checkHost(host: string): UrlFault | undefined {
  if (host.startsWith('[') || parseAddress(host)) return 'url-literal-address'
  const labels = host.split('.')
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) return 'url-malformed'
  const last = labels.at(-1)!
  if (labels.length < 2 || LOCAL.some((name) => name === last)) return 'url-local-name'
  return /^[0-9]/.test(last) ? 'url-malformed' : undefined
}

/**
 * A URL that a stranger wants fetched, judged before any name is resolved.
 * @returns the URL as the parser of WHATWG reads it: decimal, octal and hexadecimal addresses have become plain ones, and were refused.
 */
export function checkOutboundUrl(text: string, limits: NetworkLimits): Result<URL, UrlFault> {
  // Parsers drop tabs and line ends and turn backslashes round: what is judged here and what others read would differ.
  if (text.length > MAX_URL_CHARS || !/^[\x21-\x7e]+$/.test(text) || /[\\#]/.test(text)) return err('url-malformed')
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return err('url-malformed')
  }
  const near = limits.loopback && isLoopbackHost(url.hostname)
  if (url.protocol !== 'https:' && !(near && url.protocol === 'http:')) return err('url-scheme')
  // `https:name` and `https:///name` are names to browsers, and nothing to others.
  if (!/^[a-z]+:\/\/[^/?]/i.test(text)) return err('url-malformed')
  if (url.username !== '' || url.password !== '' || /^[a-z]+:\/\/[^/?]*@/i.test(text)) return err('url-credentials')
  if (near) return ok(url)
  if (!limits.ports.includes(url.port === '' ? 443 : Number(url.port))) return err('url-port')
  const fault = checkHost(url.hostname)
  return fault ? err(fault) : ok(url)
}
