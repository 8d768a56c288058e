import { controlFaultSchema, planFault } from '../control/faults.js'
import type { Surface } from '../http/surface.js'
import { type ExportDeps, exportEndpoint } from './export.js'

/** The allowlist of verified crawlers, for firewalls that stand elsewhere: Botect's. */
export function verifiedBotsSurface(deps: ExportDeps): Surface {
  return {
    name: 'verified bots',
    summary: 'The allowlist of verified crawlers, for firewalls that stand elsewhere.',
    prefixes: ['/v1/verified-bots'],
    endpoints: [exportEndpoint(deps)],
    faultResponse: planFault,
    faultSchema: controlFaultSchema,
  }
}
