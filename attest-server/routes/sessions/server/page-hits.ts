import { z } from 'zod'
import { isInternal } from '../../../../shared/address/is-internal.js'
import { parseAddress } from '../../../../shared/address/parse-address.js'
import { operation } from '../../http/operation.js'
import type { Endpoint } from '../../http/surface.js'
import { idempotencyKeyOf } from '../events/post-events.js'
import { nameSchema } from '../names.js'
import { type ServerDeps, takeOfPage } from './server-deps.js'

const moment = z
  .string()
  .max(40)
  .refine((text) => !Number.isNaN(Date.parse(text)))

const body = z.strictObject({
  schema_version: z.literal(1),
  page_id: nameSchema.meta({ description: 'Made for one visitor; a second one is refused.' }),
  session_token: nameSchema,
  occurred_at: moment,
  method: z.string().regex(/^[A-Z]{1,16}$/),
  path_hash: z.string().regex(/^[0-9a-f]{1,64}$/),
  header_names: z.array(z.string().max(128)).max(100),
  languages: z.array(z.string().max(64)).max(20),
  had_session_cookie: z.boolean(),
  duration_ms: z.number().min(0).max(86_400_000).nullable().optional(),
  ja4: z.string().max(64).nullable().optional(),
  observed_ip: z.string().max(45).nullable().optional(),
  observed_ip_source: z.string().max(64).nullable().optional(),
  observed_ip_inferred: z.boolean().nullable().optional().meta({ description: 'Read from a header that nobody configured: no evidence.' }),
})

/** An address that the backend is sure of, from outside its own network (BOT-82). */
function sureAddress({ observed_ip, observed_ip_inferred }: z.output<typeof body>): string | undefined {
  const address = observed_ip_inferred === true ? undefined : parseAddress(observed_ip ?? '')
  return address && !isInternal(address) ? address.text : undefined
}

const example = {
  schema_version: 1,
  page_id: 'page_1',
  session_token: 'sess_AAAAAAAAAAAAAAAAAAAAAA',
  occurred_at: '2026-11-21T12:00:00Z',
  method: 'GET',
  path_hash: '8f14e45f',
  header_names: ['host', 'user-agent', 'accept'],
  languages: ['en-US'],
  had_session_cookie: true,
  duration_ms: 12,
  ja4: null,
}

/** `POST /v1/server/page-hits`: a page that a backend has answered (BOT-79). */
export function pageHitsEndpoint(deps: ServerDeps): Endpoint {
  const POST = operation({
    id: 'postPageHit',
    summary: 'A page that your backend has answered.',
    security: 'private-key',
    body,
    responses: {
      202: { description: 'Taken.' },
      204: { description: 'Not taken: too much waits.' },
      409: { description: 'The page was made for another visitor.' },
    },
    examples: [{ summary: 'a page', body: example, status: 202 }],
    async handle(c, { body, caller: { projectId } }) {
      const idempotency = idempotencyKeyOf(c)
      if ('code' in idempotency) return idempotency
      const page = { projectId, session: body.session_token, pageId: body.page_id }
      const seen = deps.seeAddress(sureAddress(body), body.ja4 ?? undefined)
      const outcome = await takeOfPage(page, [{ requestId: `hit:${body.page_id}`, payload: {} }], seen, deps)
      return typeof outcome === 'object' ? outcome : c.body(null, outcome === 'taken' ? 202 : 204)
    },
  })
  return { path: '/v1/server/page-hits', POST }
}
