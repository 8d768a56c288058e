import type { Context } from 'hono'
import type { AppEnv } from './env.js'

/** The longest that any browser remembers a preflight (Chromium). */
const PREFLIGHT_SECONDS = 7200

/** What a script may send beyond a simple request: a body's type, the keys of all surfaces, and what makes a request the only one of its kind. */
const HEADERS = 'Content-Type, Authorization, X-API-Key, X-Botect-Site-Key, Idempotency-Key, X-Request-ID, X-Ephemeral'

/**
 * Lets the page read the answer. Never with credentials: there are none. The caller leaves it out where the project does not allow the
 * origin; faults that come before the project is known say nothing that needs hiding.
 */
export function allowOrigin(c: Context<AppEnv>, response: Response): Response {
  const origin = c.req.header('origin')
  response.headers.append('Vary', 'Origin')
  if (origin !== undefined) response.headers.set('Access-Control-Allow-Origin', origin)
  return response
}

/** The same headers for an answer that is made with all of its headers at once. */
export function originHeaders(c: Context<AppEnv>): Readonly<Record<string, string>> {
  const origin = c.req.header('origin')
  return { Vary: 'Origin', ...(origin !== undefined && { 'Access-Control-Allow-Origin': origin }) }
}

/**
 * A preflight names no project, so it is answered for every origin; the answer to the request itself goes by the project's list. The
 * collector's own requests are simple ones and have no preflight.
 */
export function preflight(c: Context<AppEnv>, methods: readonly string[]): Response {
  const headers = {
    'Access-Control-Allow-Methods': methods.join(', '),
    'Access-Control-Allow-Headers': HEADERS,
    'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
  }
  return allowOrigin(c, new Response(null, { status: 204, headers }))
}
