import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** How many challenges the device key redeemed that were issued within the same ten seconds, however late. */
export const deviceParallel = {
  id: 'device.parallel',
  observe: ({ evidence }): Observation => (evidence?.keyTraffic ? seen(evidence.keyTraffic.parallel) : unsupported),
} as const satisfies Fact
