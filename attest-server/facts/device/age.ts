import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Seconds } from '../../../shared/units.js'
import type { Fact } from '../fact.js'

const DAY: Seconds = 86_400

/** Days since the device key was first seen; 0 for a new one, which is neutral: people clear their storage. */
export const deviceAge = {
  id: 'device.age',
  observe({ evidence }, { now }): Observation {
    if (!evidence?.device) return unsupported
    return seen(Math.max(0, now - evidence.device.firstSeen) / DAY)
  },
} as const satisfies Fact
