import type { Surface } from '../http/surface.js'
import { batchPageEndpoints } from './batch-page.js'
import { batchScoreEndpoint } from './batch-score.js'
import type { RequestsSurfaceDeps } from './deps.js'
import { requestsFault, requestsFaultSchema } from './faults.js'
import { probeEndpoint } from './probe.js'
import { scoreEndpoint } from './score.js'

/** Requests judged by what is told of them, for clients of NoBotsPls. */
export function requestsSurface(deps: RequestsSurfaceDeps): Surface {
  return {
    name: 'requests',
    summary: 'Scores a request by its headers and its address. No browser code.',
    prefixes: ['/probe', '/score', '/batch_score', '/batch'],
    endpoints: [probeEndpoint(deps), scoreEndpoint(deps), batchScoreEndpoint(deps), ...batchPageEndpoints()],
    faultResponse: requestsFault,
    faultSchema: requestsFaultSchema,
  }
}
