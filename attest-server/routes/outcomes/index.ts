import { problemFault } from '../http/problem-fault.js'
import { problemSchema } from '../http/problem-schema.js'
import type { Surface } from '../http/surface.js'
import { type OutcomesDeps, outcomesEndpoint } from './outcomes.js'

/** What came of it. */
export function outcomesSurface(deps: OutcomesDeps): Surface {
  return {
    name: 'outcomes',
    summary: 'What a request or a session turned out to be.',
    prefixes: ['/v1/outcomes'],
    endpoints: [outcomesEndpoint(deps)],
    faultResponse: problemFault,
    faultSchema: problemSchema,
  }
}
