import { z } from 'zod'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import type { ControlDeps } from './deps.js'
import { projectOperation } from './project-operation.js'

/** `DELETE /v1/projects/{project}/sessions/{session}` */
export function eraseEndpoint(deps: ControlDeps): Endpoint {
  const DELETE = projectOperation(deps, {
    id: 'eraseProjectSession',
    summary: 'Forgets a session: its events, state, verdicts, and what names it or them.',
    params: { session: z.string().regex(/^[\w-]{1,128}$/) },
    responses: { 204: { description: 'Nothing of it is left, whether or not there was anything.' } },
    examples: [{ summary: 'one that is not there', params: { project: samples.project, session: 'sess_none' }, status: 204 }],
    async handle(c, { id }, { params }) {
      await deps.erase(id, params.session)
      return c.body(null, 204)
    },
  })
  return { path: '/v1/projects/:project/sessions/:session', DELETE }
}
