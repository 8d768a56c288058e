import { err, ok, type Result } from '../../../../shared/result.js'
import { checkOutboundUrl, type NetworkLimits, type UrlFault } from '../../outbound/outbound-url.js'
import { decodeBase64 } from '../fields/base64.js'

export const WELL_KNOWN = '/.well-known/http-message-signatures-directory'
export const DIRECTORY_TYPE = 'application/http-message-signatures-directory+json'

/** Where an agent's keys are, and what it is called if one of them verifies. */
export type KeyLocation =
  | {
      readonly kind: 'remote'
      /** The origin for keys at the well-known path, which speaks for the domain; the URL without its query for all others. */
      readonly agent: string
      /** What is fetched. */
      readonly url: string
      readonly host: string
      readonly wellKnown: boolean
    }
  /** The keys themselves: proves that a key signed, and says nothing of whose it is. */
  | { readonly kind: 'inline'; readonly body: Uint8Array }

export type LocationFault = UrlFault | 'url-inline'

export interface LocationLimits extends NetworkLimits {
  /** Whether keys may stand in the request itself, as `data:` URLs. */
  readonly inline: boolean
}

/** RFC 3986 §6.2.2.2: what need not be escaped is not, and what is escaped is in capitals. The parser of WHATWG does the rest of §6.2. */
function normalEscapes(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (sequence, hex: string) => {
    const c = String.fromCharCode(Number.parseInt(hex, 16))
    return /[A-Za-z0-9._~-]/.test(c) ? c : sequence.toUpperCase()
  })
}

/** `data:` URLs (RFC 2397) of our media type; early drafts allow them. */
function inlineKeys(value: string): Result<KeyLocation, LocationFault> {
  const [head, text] = [value.slice(0, value.indexOf(',')), value.slice(value.indexOf(',') + 1)]
  if (head === `data:${DIRECTORY_TYPE};base64`) {
    const body = decodeBase64(text)
    return body.ok ? ok({ kind: 'inline', body: body.value }) : err('url-malformed')
  }
  if (head !== `data:${DIRECTORY_TYPE}`) return err('url-malformed')
  try {
    return ok({ kind: 'inline', body: new TextEncoder().encode(decodeURIComponent(text)) })
  } catch {
    return err('url-malformed')
  }
}

/**
 * What a member of Signature-Agent points at. A bare origin means its well-known directory, as drafts before
 * draft-ietf-webbotauth-httpsig-protocol-01 have it and as deployed agents send it; every other URL is fetched as it is.
 */
export function locateKeys(value: string, limits: LocationLimits): Result<KeyLocation, LocationFault> {
  if (/^data:/i.test(value)) return limits.inline ? inlineKeys(value) : err('url-inline')
  const checked = checkOutboundUrl(value, limits)
  if (!checked.ok) return checked
  const { origin, hostname: host, pathname, search } = checked.value
  const isOrigin = (pathname === '/' && search === '') || pathname === WELL_KNOWN
  if (isOrigin) return ok({ kind: 'remote', agent: origin, url: `${origin}${WELL_KNOWN}${search}`, host, wellKnown: true })
  return ok({ kind: 'remote', agent: origin + normalEscapes(pathname), url: origin + pathname + search, host, wellKnown: false })
}
