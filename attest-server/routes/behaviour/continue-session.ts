import { advanceSession } from '../../core/behaviour/continuous/advance-session.js'
import type { Fault } from '../../core/fault.js'
import { operation } from '../http/operation.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { BehaviourDeps } from './deps.js'
import { noData, noEvents, scriptEvents } from './examples.js'
import { isEphemeral } from './headers.js'
import { noteUsage } from './note-usage.js'
import { MOST_BYTES, readEvents } from './read-events.js'
import { continuedSchema } from './schemas.js'
import { isSessionName, sessionNotFound, sessionParams } from './session-name.js'
import { timestamp } from './timestamp.js'
import { tokenTerms, trustToken } from './trust-token.js'
import { verifyBody } from './verify-bot.js'

const busy: Fault = { code: 'conflict', detail: 'session is busy', retryAfter: 1 }
const params = { session_id: samples.verificationSession }

/** LAB-46. */
export function continueSessionEndpoint(deps: BehaviourDeps): Endpoint {
  const POST = operation({
    id: 'continueVerification',
    summary: 'Adds events to a session, and verifies all of it again.',
    security: 'detlab',
    limit: 'verification',
    params: sessionParams,
    body: verifyBody,
    reads: 'itself',
    most: MOST_BYTES,
    responses: {
      200: { description: 'The verdict on all events so far.', schema: continuedSchema },
      400: { description: 'No data, no events, or no JSON.' },
      404: { description: 'There is no such session, or it is over.' },
      409: { description: 'Too many posts at once.' },
    },
    examples: [
      { summary: 'more of an agent', params, body: { events: scriptEvents }, status: 200 },
      { ...noData, params },
      { ...noEvents, params },
      {
        summary: 'an unknown session',
        params: { session_id: 'vbs_none' },
        body: { events: scriptEvents },
        status: 404,
        response: { error: 'session not found' },
      },
    ],
    async handle(c, { params: { session_id: id }, caller }) {
      const read = await readEvents(c)
      if (!read.ok) return read.error
      if (!isSessionName(id)) return sessionNotFound
      const terms = await tokenTerms(c, read.value.body, deps)
      if (!terms.ok) return terms.error
      const advance = { projectId: caller.projectId, id, batch: read.value.batch, ephemeral: isEphemeral(c) }
      const advanced = await advanceSession(advance, { ...deps, timestamp })
      if (!advanced.ok) return advanced.error === 'busy' ? busy : sessionNotFound
      const token = await trustToken(advanced.value, terms.value, deps)
      await noteUsage(c, caller, advanced.value.verdict, deps)
      return c.json({ session_id: id, ...advanced.value, request_id: c.get('requestId'), ...token })
    },
  })
  return { path: '/api/verify-bot/session/:session_id/events', POST }
}
