import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** From how many other networks visits came of late that differ from this one by less than people do. Unknown while few came, and where little was done. */
export const sessionCrowd = {
  id: 'session.crowd',
  observe: ({ evidence }): Observation => (evidence?.crowd === undefined ? unsupported : seen(evidence.crowd)),
} as const satisfies Fact
