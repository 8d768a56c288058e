import { z } from 'zod'
import { listedCategories } from '../../../shared/wire/categories.js'
import type { Caller } from '../../core/caller.js'
import type { CrawlerDeps } from '../../core/crawlers/ports.js'
import { verifiedBots } from '../../core/crawlers/verified-bots.js'
import type { Accounts, Tier } from '../../stores/ports.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'

const answer = z
  .object({
    data: z.array(
      z.object({
        name: z.string(),
        category: z.enum(listedCategories),
        match_method: z.enum(['ip_cidr', 'rdns_suffix']),
        match_value: z
          .string()
          .meta({ description: 'A CIDR, or a domain without a leading dot. A name in reverse DNS must be confirmed forward.' }),
      }),
    ),
    meta: z.object({ count: z.int() }),
  })
  .meta({ id: 'VerifiedBots' })

export interface ExportDeps {
  readonly crawlers: Pick<CrawlerDeps, 'crawlers' | 'ranges'>
  readonly accounts: Pick<Accounts, 'byId'>
}

/** Of an account's token, the plan that the account has now; of a private key, which is not metered, the one with everything. */
async function planOf({ kind, projectId, tier }: Caller, accounts: ExportDeps['accounts']): Promise<Tier> {
  const account = kind === 'account' ? await accounts.byId(projectId) : undefined
  return account?.plan ?? tier
}

/** `GET /v1/verified-bots/export` (BOT-77). The plan without it is `free`. */
export function exportEndpoint({ crawlers, accounts }: ExportDeps): Endpoint {
  const GET = operation({
    id: 'exportVerifiedBots',
    summary: 'The allowlist of verified crawlers.',
    security: 'account-or-private',
    limit: 'control',
    responses: {
      200: { description: 'As it is known now.', schema: answer },
      403: { description: 'Not in the plan.' },
    },
    examples: [{ summary: 'all of it', status: 200 }],
    async handle(c, { caller }) {
      if ((await planOf(caller, accounts)) === 'free')
        return { code: 'forbidden', detail: 'The export of verified bots is not in this plan.' }
      const data = await verifiedBots(crawlers.crawlers, crawlers.ranges)
      return c.json({ data, meta: { count: data.length } })
    },
  })
  return { path: '/v1/verified-bots/export', GET }
}
