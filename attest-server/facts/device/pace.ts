import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Pieces of evidence that the device key signed in the minute that is running. People open tabs by the dozen, but not all the time. */
export const devicePace = {
  id: 'device.pace',
  observe: ({ evidence }): Observation => (evidence?.keyTraffic ? seen(evidence.keyTraffic.pace) : unsupported),
} as const satisfies Fact
