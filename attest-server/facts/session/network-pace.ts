import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Pieces of evidence from the same network (/24, /48) in the hour that is running. Collected, not weighed: whole towns share one. */
export const sessionNetworkPace = {
  id: 'session.network-pace',
  observe({ evidence }): Observation {
    const count = evidence?.networkTraffic.prefix
    return count === undefined ? unsupported : seen(count)
  },
} as const satisfies Fact
