import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** The most work that this session's key has done for the challenge screen, as a multiple of what a page is asked for when it loads. */
export const sessionAnswered = {
  id: 'session.answered',
  observe: ({ evidence }): Observation => (evidence ? seen(evidence.session.answered) : unsupported),
} as const satisfies Fact
