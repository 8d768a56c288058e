import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** How many other keys of the project moved in nearly the same way, of late. Unknown where little was done: then many are alike. */
export const sessionRepeats = {
  id: 'session.repeats',
  observe: ({ evidence }): Observation => (evidence?.repeats === undefined ? unsupported : seen(evidence.repeats)),
} as const satisfies Fact
