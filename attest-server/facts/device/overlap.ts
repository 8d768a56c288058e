import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/**
 * How many people would have to give input at once for what the device key says: at most 1 for one person, also with many tabs, for only one of them
 * has input at a time.
 */
export const deviceOverlap = {
  id: 'device.overlap',
  observe: ({ evidence }): Observation => (evidence?.keyTraffic ? seen(evidence.keyTraffic.overlap) : unsupported),
} as const satisfies Fact
