import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** The highest round of the challenge screen that this session has answered with all of its work: 0 (none), 1 or 2. */
export const sessionAnswered = {
  id: 'session.answered',
  observe: ({ evidence }): Observation => (evidence ? seen(evidence.session.answered) : unsupported),
} as const satisfies Fact
