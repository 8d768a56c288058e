import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Pieces of evidence of this session in the minute that is running. A page sends one when it loads and one for each form. */
export const sessionEvidencePace = {
  id: 'session.evidence-pace',
  observe: ({ evidence }): Observation => (evidence ? seen(evidence.session.recent) : unsupported),
} as const satisfies Fact
