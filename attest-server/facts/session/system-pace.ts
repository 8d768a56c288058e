import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Pieces of evidence from the same autonomous system in that hour. Collected, not weighed: whole countries share one. */
export const sessionSystemPace = {
  id: 'session.system-pace',
  observe({ evidence }): Observation {
    const count = evidence?.networkTraffic.system
    return count === undefined ? unsupported : seen(count)
  },
} as const satisfies Fact
