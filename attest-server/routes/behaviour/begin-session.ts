import { z } from 'zod'
import type { Seconds } from '../../../shared/units.js'
import type { SessionHead } from '../../core/behaviour/continuous/session-head.js'
import { makeId } from '../../core/ids.js'
import { checkOutboundUrl } from '../../core/outbound/outbound-url.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { BehaviourDeps } from './deps.js'
import { readJson } from './read-events.js'
import { sessionSchema } from './schemas.js'
import { timestamp } from './timestamp.js'

const SHORTEST: Seconds = 60
/** A store forgets what did not change for two days. */
const LONGEST: Seconds = 86_400
const HOUR: Seconds = 3600
const MOST_BYTES = 4096

const body = z.strictObject({
  webhook_url: z.string().max(512).optional().meta({ description: '`https:`, of a public host: told when the verdict changes.' }),
  ttl_s: z.int().min(SHORTEST).max(LONGEST).default(HOUR).meta({ description: 'Life of the session in seconds.' }),
})

/** Names are as hard to guess as keys. */
const nameOf = ({ random }: BehaviourDeps): string => `vbs_${makeId(random)}`

function headOf({ webhook_url: url, ttl_s }: z.output<typeof body>, { clock, random }: BehaviourDeps): SessionHead {
  const createdAt = Math.floor(clock())
  const webhook = url === undefined ? undefined : { url, secret: `whsec_${makeId(random)}${makeId(random)}` }
  return { verdict: 'UNCERTAIN', createdAt, expiresAt: createdAt + ttl_s, ...(webhook && { webhook }) }
}

/** LAB-45. */
export function beginSessionEndpoint(deps: BehaviourDeps): Endpoint {
  const POST = operation({
    id: 'beginVerification',
    summary: 'Begins a session whose events come little by little.',
    security: 'detlab',
    limit: 'control',
    body: body.optional(),
    reads: 'itself',
    most: MOST_BYTES,
    responses: {
      201: { description: 'The session.', schema: sessionSchema },
      400: { description: 'A field is not what it should be, or the webhook’s address may not be called.' },
    },
    examples: [
      { summary: 'for an hour', status: 201 },
      { summary: 'with a webhook', body: { webhook_url: 'https://hooks.shop.example/bots', ttl_s: 600 }, status: 201 },
      {
        summary: 'a webhook in the server’s own network',
        body: { webhook_url: 'https://10.0.0.1/' },
        status: 400,
        response: { error: 'invalid webhook_url' },
      },
    ],
    async handle(c, { caller }) {
      const json = await readJson(c, MOST_BYTES)
      if (!json.ok) return json.error
      const asked = body.safeParse(json.value ?? {})
      if (!asked.success) return { code: 'invalid', detail: `invalid ${String(asked.error.issues[0]?.path[0] ?? 'request')}`.slice(0, 64) }
      const { webhook_url: url } = asked.data
      if (url !== undefined && !checkOutboundUrl(url, { loopback: deps.settings.webhookLoopback, ports: [443] }).ok)
        return { code: 'invalid', detail: 'invalid webhook_url' }
      const id = nameOf(deps)
      const head = headOf(asked.data, deps)
      await deps.sessions.begin(caller.projectId, id, head, deps.clock())
      const times = { created_at: timestamp(head.createdAt), expires_at: timestamp(head.expiresAt) }
      const secret = head.webhook && { webhook_secret: head.webhook.secret }
      return c.json({ session_id: id, verdict: head.verdict, overall_score: null, event_count: 0, ...times, ...secret }, 201)
    },
  })
  return { path: '/api/verify-bot/session', POST }
}
