import { remembering } from '../../../shared/remembering.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Rejection } from '../rejection.js'

/** Stands in a project's list for every loopback origin, of any port. */
export const LOOPBACK = 'loopback'
/** Stands in the list of the test keys only. */
export const ANY_ORIGIN = '*'

/** RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3. */
const LOOPBACK_HOST = /^(localhost|[a-z0-9.-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

type Parts = Readonly<Pick<URL, 'protocol' | 'host' | 'hostname'>>

/** The parts of an address that is exactly an origin; undefined for everything else, `null` (opaque) included. */
export const parseOrigin = remembering((origin): Parts | undefined => {
  if (!/^https?:\/\//.test(origin) || origin.length > 256) return undefined
  try {
    const url = new URL(origin)
    return url.origin === origin ? { protocol: url.protocol, host: url.host, hostname: url.hostname } : undefined
  } catch {
    return undefined
  }
})

export const isLoopbackHost = (hostname: string): boolean => LOOPBACK_HOST.test(hostname)

/** Where browsers have `crypto.subtle`: W3C Secure Contexts §3.1. */
export function isSecureOrigin(origin: string): boolean {
  const url = parseOrigin(origin)
  return url !== undefined && (url.protocol === 'https:' || isLoopbackHost(url.hostname))
}

/** @param origin the `Origin` header, where there was one. */
export function checkOrigin(origins: readonly string[], origin: string | undefined): Result<string, Rejection> {
  if (origin === undefined) return err({ reason: 'origin-missing' })
  const url = parseOrigin(origin)
  if (!url) return err({ reason: 'origin-not-allowed', origin: 'malformed' })
  const allowed = origins.includes(origin) || origins.includes(ANY_ORIGIN) || (origins.includes(LOOPBACK) && isLoopbackHost(url.hostname))
  return allowed ? ok(origin) : err({ reason: 'origin-not-allowed', origin })
}
