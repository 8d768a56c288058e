import { verifyBehaviour } from '../../core/behaviour/verify-behaviour.js'
import { operation } from '../http/operation.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { BehaviourDeps } from './deps.js'
import { isEphemeral } from './headers.js'
import { sessionStateSchema } from './schemas.js'
import { isSessionName, sessionNotFound, sessionParams } from './session-name.js'
import { timestamp } from './timestamp.js'

/** LAB-47. */
export function showSessionEndpoint(deps: BehaviourDeps): Endpoint {
  const GET = operation({
    id: 'showVerification',
    summary: 'What is known of a session so far.',
    security: 'detlab',
    limit: 'control',
    params: sessionParams,
    responses: {
      200: { description: 'The session.', schema: sessionStateSchema },
      404: { description: 'There is no such session, or it is over.' },
    },
    examples: [
      { summary: 'a session', params: { session_id: samples.verificationSession }, status: 200 },
      { summary: 'an unknown session', params: { session_id: 'vbs_none' }, status: 404, response: { error: 'session not found' } },
    ],
    async handle(c, { params: { session_id: id }, caller }) {
      const loaded = isSessionName(id) ? await deps.sessions.load(caller.projectId, id, deps.clock()) : undefined
      if (!loaded) return sessionNotFound
      const { head, state } = loaded
      const body = verifyBehaviour(state, { ephemeral: isEphemeral(c) })
      // Before the first events nothing was scored.
      const scored = body.event_count === 0 ? { ...body, overall_score: null } : body
      return c.json({ session_id: id, ...scored, created_at: timestamp(head.createdAt), expires_at: timestamp(head.expiresAt) })
    },
  })
  return { path: '/api/verify-bot/session/:session_id', GET }
}
