import type { Context } from 'hono'
import type { Seconds } from '../../../shared/units.js'
import type { AppEnv } from '../http/env.js'

/** Over TLS: no other host of the domain can set it (RFC 6265bis §4.1.3.2). */
const SECURE_COOKIE = '__Host-vouchsafe'
/** On this machine, where there is no TLS. */
const PLAIN_COOKIE = 'vouchsafe'

/** No script reads it, and no other site’s page sends it along. */
function cookieOf(issuer: string, token: string, lasts: Seconds): string {
  const isSecure = issuer.startsWith('https:')
  const name = isSecure ? `${SECURE_COOKIE}=${token}; Secure` : `${PLAIN_COOKIE}=${token}`
  return `${name}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${lasts}`
}

export const setCookie = (c: Context<AppEnv>, issuer: string, token: string, lasts: Seconds): void =>
  c.header('Set-Cookie', cookieOf(issuer, token, lasts))

export const dropCookie = (c: Context<AppEnv>, issuer: string): void => c.header('Set-Cookie', cookieOf(issuer, '', 0))
