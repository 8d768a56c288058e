import { err, ok, type Result } from '../../../../shared/result.js'
import { MAX_FIELD_CHARS } from '../fields/cursor.js'

/** A request's target in the parts of RFC 9421 §2.2. */
export interface Target {
  /** Small letters, no colon. */
  readonly scheme: string
  /** Small letters, without the scheme's own port. */
  readonly authority: string
  /** At least `/`; as it was sent otherwise. */
  readonly path: string
  /** With its question mark; undefined where there is none. */
  readonly query: string | undefined
}

/** Path and query stay as they were sent: parsers of URLs would write some characters in another way than whoever signed them. */
const SPLIT = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/

/** RFC 9110 §4.2.3: hosts in small letters, the default port left out. */
function normalAuthority(scheme: string, authority: string): string | undefined {
  if (!/^[A-Za-z0-9.:[\]_-]+$/.test(authority)) return undefined
  try {
    return new URL(`${scheme}://${authority}/`).host || undefined
  } catch {
    return undefined
  }
}

export function parseTarget(url: string): Result<Target, 'url-malformed'> {
  const parts = url.length <= MAX_FIELD_CHARS ? SPLIT.exec(url) : null
  if (!parts) return err('url-malformed')
  const scheme = parts[1]!.toLowerCase()
  const authority = normalAuthority(scheme, parts[2]!)
  if (authority === undefined) return err('url-malformed')
  return ok({ scheme, authority, path: parts[3] || '/', query: parts[4] })
}
