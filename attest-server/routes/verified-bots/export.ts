import { z } from 'zod'
import { listedCategories } from '../../../shared/wire/categories.js'
import type { Caller } from '../../core/caller.js'
import type { CrawlerDeps } from '../../core/crawlers/ports.js'
import type { Accounts, Tier } from '../../stores/ports.js'
import { hasTag } from '../http/has-tag.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { createKeptExport } from './kept-export.js'

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
    meta: z.object({ count: z.int().min(0) }),
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
  const keptExport = createKeptExport(crawlers)
  const GET = operation({
    id: 'exportVerifiedBots',
    summary: 'The allowlist of verified crawlers.',
    security: 'account-or-private',
    limit: 'control',
    responses: {
      200: { description: 'As it is known now; its `ETag` may come back as `If-None-Match`.', schema: answer },
      304: { description: 'The same as the client has.' },
      403: { description: 'Not in the plan.' },
    },
    examples: [{ summary: 'all of it', status: 200 }],
    async handle(c, { caller }) {
      if ((await planOf(caller, accounts)) === 'free')
        return { code: 'forbidden', detail: 'The export of verified bots is not in this plan.' }
      const { text, tag } = await keptExport()
      const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' }
      if (hasTag(c, tag)) return c.body(null, 304, headers)
      return c.body(text, 200, { ...headers, 'Content-Type': 'application/json' })
    },
  })
  return { path: '/v1/verified-bots/export', GET }
}
