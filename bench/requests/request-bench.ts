import { detections } from '../../attest-server/core/detections/index.js'
import { defaultThresholds } from '../../attest-server/core/requests/decide-request.js'
import { NeighbourIndex } from '../../attest-server/core/requests/neighbours/neighbour-index.js'
import { parseDescription } from '../../attest-server/core/requests/parse-description.js'
import { requestAnswer } from '../../attest-server/core/requests/request-answer.js'
import { requestCard } from '../../attest-server/core/requests/request-card.js'
import { type RequestScoring, scoreRequest } from '../../attest-server/core/requests/score-request.js'
import { requestFacts } from '../../attest-server/facts/request-facts.js'

const NOW = 1_795_219_200

/** From a body to an answer, as a route does it between reading and writing; the request is kept for a label to come. */
export function answerJson(body: string, scoring: RequestScoring, id: string): string {
  const parsed = parseDescription(JSON.parse(body), { trustedProxies: 0 })
  if (!parsed.ok) return JSON.stringify({ detail: parsed.error })
  const score = scoreRequest(parsed.value, scoring, NOW)
  scoring.neighbours?.remember(id, score.tokens, NOW)
  return JSON.stringify(requestAnswer(score, undefined, id))
}

/** Scoring whose index has seen these requests, of which every third was invalid. */
export function scoringWith(bodies: readonly string[]): RequestScoring {
  const neighbours = new NeighbourIndex()
  const scoring = { facts: requestFacts, card: requestCard, detections, thresholds: defaultThresholds, neighbours }
  for (const [i, body] of bodies.entries()) {
    answerJson(body, scoring, `seen-${i}`)
    neighbours.label(`seen-${i}`, { invalid: i % 3 === 0, converted: i % 7 === 0 }, NOW)
  }
  return scoring
}
