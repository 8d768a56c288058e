import type { Context } from 'hono'
import type { Fault } from '../../core/fault.js'
import type { AppEnv } from '../http/env.js'
import type { Operation } from '../http/operation.js'
import { mediaType } from '../http/read-body.js'
import { type Endpoint, methods } from '../http/surface.js'

const FOREIGN: Fault = { code: 'forbidden', detail: 'The dashboard answers its own page alone.' }
const NOT_JSON: Fault = { code: 'unsupported-media-type', detail: 'Send application/json.' }

/** `null` is what frames without an origin say: no host. */
function isAtHost(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Whether a request is the page's own. A browser says so itself (`Sec-Fetch-Site`); one that does not, or that asks without TLS, names the `Origin` of whatever changes
 * something, and that must be the host that it asked. Who sends neither is no browser, and holds no browser's cookie.
 */
function isOwn(c: Context<AppEnv>, issuer: string): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = c.req.header('origin')
  if (origin !== undefined) return origin === issuer || isAtHost(origin, c.req.header('host'))
  return site !== undefined || c.req.method === 'GET' || c.req.method === 'HEAD'
}

/** A form of another site can be sent as text, and never as JSON. */
const isJson = (c: Context<AppEnv>): boolean => mediaType(c.req.header('content-type')).type === 'application/json'
const hasBody = (c: Context<AppEnv>): boolean => c.req.method === 'POST' || c.req.method === 'PUT'

/** @returns why the request is refused, before anything is done or counted: beside `SameSite=Strict`, which alone would be enough in browsers of today. */
function refusalOf(c: Context<AppEnv>, issuer: string): Fault | undefined {
  if (!isOwn(c, issuer)) return FOREIGN
  return hasBody(c) && !isJson(c) ? NOT_JSON : undefined
}

function guarded({ examples: _, failOpen: __, ...operation }: Operation, issuer: string): Operation {
  return {
    ...operation,
    id: `dashboard_${operation.id}`,
    // By cookie, and by nothing else: a token that stands in a header comes from no page of ours.
    security: operation.security === 'none' ? 'none' : 'dashboard',
    limit: operation.limit?.endsWith('Login') ? operation.limit : 'dashboard',
    admit(c) {
      c.header('Cross-Origin-Resource-Policy', 'same-origin')
      return refusalOf(c, issuer)
    },
  }
}

/** Opens an endpoint to the dashboard's own page, and to nobody else. */
export function forPage(endpoint: Endpoint, path: string, issuer: string): Endpoint {
  const own = methods.flatMap((method) => {
    const operation = endpoint[method]
    return operation ? [[method, guarded(operation, issuer)]] : []
  })
  return { ...(Object.fromEntries(own) as Endpoint), path }
}
