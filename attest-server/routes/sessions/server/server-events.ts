import { z } from 'zod'
import { operation } from '../../http/operation.js'
import type { Endpoint } from '../../http/surface.js'
import { eventsSchema, postedEvents } from '../events/event-schema.js'
import { idempotencyKeyOf, MOST_BATCH } from '../events/post-events.js'
import { nameSchema } from '../names.js'
import { type ServerDeps, takeOfPage } from './server-deps.js'

const body = z.strictObject({
  schema_version: z.literal(1),
  page_id: nameSchema,
  session_token: nameSchema,
  events: eventsSchema,
})

const example = {
  schema_version: 1,
  page_id: 'page_1',
  session_token: 'sess_AAAAAAAAAAAAAAAAAAAAAA',
  events: [{ request_id: 'r1', type: 'snapshot', received_at: '2026-11-21T12:00:00Z', payload: { mouse_entropy: 0.6, mouse_moves: 90 } }],
}

/** `POST /v1/server/events`: what a page told its own backend, handed on (BOT-79). Of the request that brings it nothing is weighed: it is the backend's. */
export function serverEventsEndpoint(deps: ServerDeps): Endpoint {
  const POST = operation({
    id: 'postServerEvents',
    summary: 'Events of a page, handed on by your backend.',
    security: 'private-key',
    body,
    most: MOST_BATCH,
    responses: {
      202: { description: 'Taken.' },
      204: { description: 'Not taken: too much waits.' },
      409: { description: 'The page was made for another visitor.' },
    },
    examples: [{ summary: 'a snapshot', body: example, status: 202 }],
    async handle(c, { body, caller: { projectId } }) {
      const idempotency = idempotencyKeyOf(c)
      if ('code' in idempotency) return idempotency
      const page = { projectId, session: body.session_token, pageId: body.page_id }
      const outcome = await takeOfPage(page, postedEvents(body.events), undefined, deps)
      return typeof outcome === 'object' ? outcome : c.body(null, outcome === 'taken' ? 202 : 204)
    },
  })
  return { path: '/v1/server/events', POST }
}
