import type { FindSessionDeps } from '../../core/sessions/find-session.js'
import type { Surface } from '../http/surface.js'
import { detectipFault, detectipFaultSchema } from './faults.js'
import { type UsageDeps, usageEndpoint } from './usage.js'
import { detectipVerdictEndpoint } from './verdict.js'

/** Verdicts of sessions for backends that ask by `sk_live_…`. */
export const detectipSurface = (deps: FindSessionDeps & UsageDeps): Surface => ({
  name: 'detectip',
  summary: 'Verdicts of sessions, with reasons, for keys `sk_live_…`.',
  prefixes: ['/api/v1'],
  endpoints: [detectipVerdictEndpoint(deps), usageEndpoint(deps)],
  faultResponse: detectipFault,
  faultSchema: detectipFaultSchema,
})
