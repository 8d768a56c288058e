import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Sessions in which the device key signed in that minute: one for each tab. A browser that restores a window opens all of them at once. */
export const deviceSessions = {
  id: 'device.sessions',
  observe: ({ evidence }): Observation => (evidence?.keyTraffic ? seen(evidence.keyTraffic.sessions) : unsupported),
} as const satisfies Fact
