import type { Context } from 'hono'
import { z } from 'zod'
import type { EpochSeconds } from '../../../../shared/units.js'
import { checkOrigin } from '../../../core/checks/origin.js'
import type { Fault } from '../../../core/fault.js'
import type { SeenRequest } from '../../../core/sessions/state/session-state.js'
import { type TakeEventsDeps, takeEvents } from '../../../core/sessions/take-events.js'
import type { HttpFacts } from '../../../facts/fact.js'
import type { Projects, Settings } from '../../../stores/ports.js'
import { allowOrigin, originHeaders } from '../../http/cors.js'
import type { AppEnv } from '../../http/env.js'
import { type HttpFactsSettings, httpFacts } from '../../http/http-facts.js'
import { operation } from '../../http/operation.js'
import type { Endpoint } from '../../http/surface.js'
import { isName, nameSchema } from '../names.js'
import { eventsSchema, postedEvents } from './event-schema.js'
import { eventExamples } from './examples.js'

export interface EventsDeps extends TakeEventsDeps {
  readonly projects: Pick<Projects, 'byId'>
  readonly settings: Pick<Settings, 'of'>
  readonly http: HttpFactsSettings
  /** What there is to see of a request. Looks nothing up that takes long. */
  readonly see: (http: HttpFacts, projectId: string) => Promise<SeenRequest>
  /** Lets requests have their turn that came meanwhile. */
  readonly yieldTurn: () => Promise<void>
  readonly clock: () => EpochSeconds
}

/** A hundred events with all that they may say. */
export const MOST_BATCH = 262_144

const body = z.strictObject({
  session_token: nameSchema.nullable().meta({ description: 'Null on first contact: a token is made and answered.' }),
  events: eventsSchema,
  site_key: z.string().max(64).optional().meta({ description: 'Where the header cannot be sent.' }),
})

const receiptSchema = z
  .object({ session_token: z.string(), accepted: z.int().min(0), duplicates: z.int().min(0) })
  .meta({ id: 'SessionReceipt' })

const NOT_ENABLED = 'Scoring is not enabled for this key (vouchsafe scoring enable --project pk_…), or not for this origin.'

/** Undefined: none was sent. */
export function idempotencyKeyOf(c: Context<AppEnv>): { readonly key: string | undefined } | Fault {
  const key = c.req.header('idempotency-key')
  if (key === undefined || isName(key)) return { key }
  return { code: 'invalid', detail: 'Idempotency-Key must match ^[A-Za-z0-9_-]{1,128}$.' }
}

/** Scoring must be on, and a page must be one of the project's; what is no page sends no `Origin`. */
async function mayPost(c: Context<AppEnv>, projectId: string, deps: EventsDeps): Promise<boolean> {
  const origin = c.req.header('origin')
  const [project, settings] = await Promise.all([deps.projects.byId(projectId), deps.settings.of(projectId)])
  if (!project || settings.scoringEnabledAt === undefined) return false
  return origin === undefined || checkOrigin(project.origins, origin).ok
}

/** `POST /v1/events`: 202 as soon as the batch is on disk; nothing is scored here, and nobody is turned away for sending much. */
export function eventsEndpoint(deps: EventsDeps): Endpoint {
  const POST = operation({
    id: 'postEvents',
    summary: 'Takes events of a session.',
    security: 'site-key',
    body,
    most: MOST_BATCH,
    responses: {
      202: { description: 'Taken; scored shortly.', schema: receiptSchema },
      204: { description: 'Not taken: too much waits. The same batch may come again.' },
    },
    examples: eventExamples,
    async handle(c, { body, caller: { projectId } }) {
      if (!(await mayPost(c, projectId, deps))) return { code: 'unauthorized', detail: NOT_ENABLED }
      const idempotency = idempotencyKeyOf(c)
      if ('code' in idempotency) return idempotency
      const batch = {
        projectId,
        session: body.session_token ?? undefined,
        idempotencyKey: idempotency.key,
        events: postedEvents(body.events),
        request: await deps.see(httpFacts(c, 'fetch', deps.http), projectId),
      }
      // Reading a batch and writing it take longest of all that pages ask for: whoever waits for a verdict waits for one of the two at most.
      await deps.yieldTurn()
      const receipt = await takeEvents(batch, deps, deps.clock())
      if (receipt === 'full') {
        c.set('reason', 'inbox-full')
        return allowOrigin(c, c.body(null, 204))
      }
      const { session, accepted, duplicates } = receipt
      return { json: { session_token: session, accepted, duplicates }, status: 202, headers: originHeaders(c) }
    },
  })
  return { path: '/v1/events', preflight: true, POST }
}
