import { z } from 'zod'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { behaviourFaultSchema } from './faults.js'

/** LAB-33: a server of one's own sells nothing, and says so. */
export function checkoutEndpoint(): Endpoint {
  const POST = operation({
    id: 'checkOut',
    summary: 'Nothing is sold here: a server of your own has no billing.',
    security: 'none',
    body: z.object({ tier: z.enum(['pro', 'scale']) }),
    reads: 'itself',
    responses: { 501: { description: 'Always.', schema: behaviourFaultSchema } },
    examples: [{ summary: 'a tier', body: { tier: 'pro' }, status: 501, response: { error: 'billing not configured' } }],
    handle: (c) => c.json({ error: 'billing not configured' }, 501),
  })
  return { path: '/api/checkout', POST }
}
