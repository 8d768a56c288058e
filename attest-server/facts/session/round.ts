import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** How often the page has been asked for more: 0, 1 or 2. Collected, not weighed: what led there weighs already. */
export const sessionRound = {
  id: 'session.round',
  observe: ({ evidence }): Observation => (evidence ? seen(evidence.round) : unsupported),
} as const satisfies Fact
