import { z } from 'zod'
import type { EpochSeconds } from '../../../shared/units.js'
import type { Counters } from '../../stores/ports.js'
import { limits } from '../http/limit/limits.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'

export interface UsageDeps {
  readonly counters: Pick<Counters, 'read'>
  readonly clock: () => EpochSeconds
}

const schema = z
  .object({ tier: z.enum(['free', 'pro']), used: z.int().min(0), limit: z.int().min(0), remaining: z.int().min(0) })
  .meta({ id: 'DetectipUsage' })

/** `GET /api/v1/usage` (DIP-13): what this key has asked for in the month that is running. Asking costs nothing of it. */
export function usageEndpoint({ counters, clock }: UsageDeps): Endpoint {
  const GET = operation({
    id: 'detectipUsage',
    summary: 'What is used of the month’s quota.',
    security: 'live',
    limit: 'lookup',
    responses: { 200: { description: 'The quota of this key.', schema } },
    examples: [{ summary: 'a new key', status: 200, response: { tier: 'free', used: 0, limit: 10_000, remaining: 10_000 } }],
    async handle(c, { caller: { tier, keyId } }) {
      const quota = limits.detectip[tier].find((limit) => 'isQuota' in limit)!
      const used = await counters.read(`detectip:${keyId}`, quota.window, clock())
      return c.json({ tier, used, limit: quota.limit, remaining: Math.max(0, quota.limit - used) })
    },
  })
  return { path: '/api/v1/usage', GET }
}
