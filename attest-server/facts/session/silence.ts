import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** The share of what every collector knows that this evidence does not say: 0 for a whole summary, 1 where nothing was seen. */
export const sessionSilence = {
  id: 'session.silence',
  observe: ({ evidence }): Observation => (evidence ? seen(evidence.silence) : unsupported),
} as const satisfies Fact
