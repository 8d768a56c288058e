import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** User agents with which the device key came in that hour, told apart by all but their numbers. A key stays in one browser; who develops switches. */
export const deviceAgents = {
  id: 'device.agents',
  observe: ({ evidence }): Observation => (evidence?.keyTraffic ? seen(evidence.keyTraffic.agents) : unsupported),
} as const satisfies Fact
