import { detections } from '../core/detections/index.js'
import { defaultThresholds } from '../core/requests/decide-request.js'
import { NeighbourIndex } from '../core/requests/neighbours/neighbour-index.js'
import { requestCard } from '../core/requests/request-card.js'
import type { RequestScoring } from '../core/requests/score-request.js'
import { requestFacts } from '../facts/request-facts.js'

/** As the server scores requests, with an empty index. */
export const requestScoring = (changes: Partial<RequestScoring> = {}): RequestScoring => ({
  facts: requestFacts,
  card: requestCard,
  detections,
  thresholds: defaultThresholds,
  neighbours: new NeighbourIndex(),
  ...changes,
})

/** When the versions of the people's browsers are today's. */
export const SCORED_AT = 1_795_219_200
