import { z } from 'zod'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'

/** How long verifiers may keep the keys: new ones are published longer than that before they sign. */
export const JWKS_SECONDS = 60

const jwksSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string(), alg: z.enum(['ES256', 'EdDSA']), use: z.literal('sig') })),
})

/** `GET /.well-known/jwks.json` (RFC 7517 §5): public, for everyone. */
export function jwksEndpoint(jwks: () => Promise<{ readonly keys: readonly object[] }>): Endpoint {
  const headers = {
    'Content-Type': 'application/jwk-set+json',
    'Cache-Control': `public, max-age=${JWKS_SECONDS}`,
    'Access-Control-Allow-Origin': '*',
  }
  const GET = operation({
    id: 'publicKeys',
    summary: 'The public keys that verdicts are signed with.',
    security: 'none',
    responses: { 200: { description: 'RFC 7517 §5.', schema: jwksSchema, type: 'application/jwk-set+json' } },
    examples: [{ summary: 'the keys', status: 200 }],
    handle: async () => new Response(JSON.stringify(await jwks()), { headers }),
  })
  return { path: '/.well-known/jwks.json', GET }
}
