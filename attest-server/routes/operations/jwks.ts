import type { Endpoint } from '../http/mount.js'

/** How long verifiers may keep the keys: new ones are published longer than that before they sign. */
export const JWKS_SECONDS = 60

/** `GET /.well-known/jwks.json` (RFC 7517 §5): public, for everyone. */
export function jwksEndpoint(jwks: () => Promise<{ readonly keys: readonly object[] }>): Endpoint {
  return {
    path: '/.well-known/jwks.json',
    async GET() {
      const headers = {
        'Content-Type': 'application/jwk-set+json',
        'Cache-Control': `public, max-age=${JWKS_SECONDS}`,
        'Access-Control-Allow-Origin': '*',
      }
      return new Response(JSON.stringify(await jwks()), { headers })
    },
  }
}
