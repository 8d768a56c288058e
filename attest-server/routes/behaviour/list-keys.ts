import { z } from 'zod'
import type { ApiKey } from '../../stores/ports.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { emailSchema, keysSchema } from './account-schemas.js'
import { creditsLeft, tierNames } from './credits.js'
import type { BehaviourDeps } from './deps.js'
import { timestamp } from './timestamp.js'

/** The first nine letters. The last ones are kept nowhere: of a key there is but a digest, and the part that it is found by. */
const masked = ({ lookup }: ApiKey): string => `detlab_${lookup.slice(0, 2)}…${lookup.slice(-4)}`

/** LAB-31. */
export function listKeysEndpoint(deps: BehaviourDeps): Endpoint {
  const { accounts, counters, digestEmail, clock } = deps

  /** Whether the caller's key is the address's: an address alone is told nothing, and one that nobody has nothing else. */
  const owns = async (email: string, owner: string): Promise<boolean> =>
    (await accounts.byEmailHash(await digestEmail(email)))?.id === owner

  async function shown(key: ApiKey): Promise<object> {
    const credits = await creditsLeft('detection', key.tier, key.id, counters, clock())
    return { api_key: masked(key), tier: tierNames[key.tier], credits, created_at: timestamp(key.createdAt) }
  }

  const GET = operation({
    id: 'listBehaviourKeys',
    summary: 'The keys of an address, for whoever has one of them.',
    security: 'detlab',
    limit: 'control',
    query: z.object({ email: emailSchema }),
    responses: {
      200: { description: 'Masked keys, oldest first, and what is left of their month.', schema: keysSchema },
      401: { description: 'The key is missing, not known, or not this address’s.' },
    },
    examples: [{ summary: 'another’s address', query: { email: 'ada@shop.example' }, status: 401, response: { error: 'invalid api key' } }],
    async handle(c, { query: { email }, caller }) {
      if (!(await owns(email, caller.projectId))) return { code: 'unauthorized' }
      const keys = await deps.keys.list(caller.projectId)
      return c.json({ keys: await Promise.all(keys.map(shown)) })
    },
  })
  return { path: '/api/keys', GET }
}
