import type { Stores } from '../../stores/ports.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { tokenParams } from './names.js'

export interface SessionDeps {
  readonly erase: Stores['erase']
  readonly onErased: (projectId: string, session: string) => void
}

/** `DELETE /v1/sessions/{token}`: forgets all that is kept under that name. One that nobody knows is forgotten, too. */
export function sessionEndpoint({ erase, onErased }: SessionDeps): Endpoint {
  const DELETE = operation({
    id: 'eraseSession',
    summary: 'Forgets a session.',
    security: 'private-key',
    params: tokenParams,
    responses: { 204: { description: 'Nothing is kept of it any more.' } },
    examples: [{ summary: 'a session', params: { token: 'sess_AAAAAAAAAAAAAAAAAAAAAA' }, status: 204 }],
    async handle(c, { params: { token }, caller: { projectId } }) {
      await erase(projectId, token)
      onErased(projectId, token)
      return c.body(null, 204)
    },
  })
  return { path: '/v1/sessions/:token', DELETE }
}
