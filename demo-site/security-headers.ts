import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { DemoEnv } from './demo-env.js'

/**
 * The strictest policy that the collector runs under, with a new nonce for each page. `strict-dynamic` lets the collector fetch its screens,
 * `connect-src` lets it talk to the attest-server, `worker-src` lets it work in our copy of its worker; Trusted Types know its one policy.
 */
function contentSecurityPolicy(nonce: string, attestOrigin: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${attestOrigin}`,
    "worker-src 'self'",
    `form-action 'self' ${attestOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types vouchsafe',
  ].join('; ')
}

/** Of the documentation, which is the same file for everybody and knows no nonce; nothing in it is inline, and it sends nothing. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** @param attestUrl address of the attest-server. */
export function securityHeaders(attestUrl: string): MiddlewareHandler<DemoEnv> {
  const { origin } = new URL(attestUrl)
  return async function securityHeadersMiddleware(c, next) {
    const nonce = randomBytes(16).toString('base64url')
    c.set('nonce', nonce)
    await next()
    c.header('Content-Security-Policy', c.req.path.startsWith('/docs/') ? DOCS_POLICY : contentSecurityPolicy(nonce, origin))
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
  }
}
