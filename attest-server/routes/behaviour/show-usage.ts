import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { usageSchema } from './account-schemas.js'
import { creditsLeft } from './credits.js'
import type { BehaviourDeps } from './deps.js'

/** LAB-32. */
export function showUsageEndpoint({ usage, counters, clock }: BehaviourDeps): Endpoint {
  const GET = operation({
    id: 'showBehaviourUsage',
    summary: 'The last 50 requests of a key, newest first, and what is left of its month.',
    security: 'detlab',
    limit: 'control',
    responses: { 200: { description: 'The requests.', schema: usageSchema } },
    examples: [{ summary: 'a new key', status: 200, response: { usage: [], remaining: 100, remaining_verifications: 50 } }],
    async handle(c, { caller: { projectId, keyId, tier } }) {
      const [entries, remaining, verifications] = await Promise.all([
        usage.list(projectId, keyId),
        creditsLeft('detection', tier, keyId, counters, clock()),
        creditsLeft('verification', tier, keyId, counters, clock()),
      ])
      return c.json({ usage: entries, remaining, remaining_verifications: verifications })
    },
  })
  return { path: '/api/usage', GET }
}
