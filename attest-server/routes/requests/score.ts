import { parseDescription } from '../../core/requests/parse-description.js'
import { operation } from '../http/operation.js'
import { readInput } from '../http/read-input.js'
import { rejectionFault } from '../http/rejection-fault.js'
import type { Endpoint } from '../http/surface.js'
import { invalid, type RequestsSurfaceDeps } from './deps.js'
import { requestDescription, requestScore } from './schemas.js'

/** All fields of the longest and 64 headers of an honest length. */
const MOST_BYTES = 131_072

/** NBP-04. */
export function scoreEndpoint(deps: RequestsSurfaceDeps): Endpoint {
  const POST = operation({
    id: 'score',
    summary: 'Scores one request that you describe.',
    security: 'afk',
    limit: 'requests',
    body: requestDescription,
    // Its parser names each fault and is all that a request waits for: a schema before it would say the same again.
    reads: 'itself',
    responses: { 200: { description: 'The score.', schema: requestScore } },
    examples: [
      { summary: 'a library', body: { useragent: 'python-requests/2.32.3', accept: '*/*', ip: '203.0.113.9' }, status: 200 },
      { summary: 'nothing', body: {}, status: 400 },
    ],
    async handle(c, { caller }) {
      const body = await readInput(c, ['json'], MOST_BYTES)
      if (!body.ok) {
        c.set('reason', body.error.reason)
        return rejectionFault(body.error)
      }
      const http = parseDescription(body.value, deps.description)
      return http.ok ? { json: await deps.score(caller.projectId, http.value) } : invalid(http.error, 'body')
    },
  })
  return { path: '/score', POST }
}
