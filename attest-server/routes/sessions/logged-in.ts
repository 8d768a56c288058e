import { z } from 'zod'
import type { EpochSeconds } from '../../../shared/units.js'
import { type LogInDeps, logIn } from '../../core/sessions/log-in.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { tokenParams } from './names.js'

export interface LoggedInDeps extends LogInDeps {
  readonly clock: () => EpochSeconds
}

/** `POST /v1/sessions/{token}/logged-in` (BOT-78). */
export function loggedInEndpoint(deps: LoggedInDeps): Endpoint {
  const POST = operation({
    id: 'assertLoggedIn',
    summary: 'Says that the site knows who this visitor is.',
    security: 'private-key',
    params: tokenParams,
    responses: {
      200: { description: 'Noted.', schema: z.object({ logged_in: z.literal(true), asserted_at: z.string() }) },
      404: { description: 'No session of this name is known, or not yet: ask again shortly.' },
    },
    examples: [{ summary: 'a session that nobody knows', params: { token: 'sess_unknown' }, status: 404 }],
    async handle(c, { params: { token }, caller: { projectId } }) {
      const since = await logIn(projectId, token, deps, deps.clock())
      if (since === undefined) return { code: 'not-found', detail: 'No such session, or not yet.', retryAfter: 1 }
      return c.json({ logged_in: true, asserted_at: new Date(since * 1000).toISOString() })
    },
  })
  return { path: '/v1/sessions/:token/logged-in', POST }
}
