import type { Observation, ObservationId, Observations } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { score } from '../../../shared/scorecard/score.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import type { Llr } from '../../../shared/units.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { Rejection } from '../rejection.js'

/** The collector rounds its sum to 0.01; the rest is for its arithmetic. */
const TOLERANCE: Llr = 0.05
/** The wire keeps four significant digits of a value, while the collector may have weighed all of them: one bin further at an edge. */
const ROUNDING = 1e-3

type Extreme = (a: Llr, b: Llr) => boolean

/** The observations as they may have been before they were rounded for the wire, each at the reading that weighs least or most. */
function unround(observations: Observations, card: Scorecard, better: Extreme): Observations {
  const weigh = (id: ObservationId, observation: Observation): Llr => score(new Map([[id, observation]]), onlyRow(card, id)).llr
  const result = new Map<ObservationId, Observation>()
  for (const [id, observation] of observations) {
    let best = observation
    for (const candidate of readings(observation)) if (better(weigh(id, candidate), weigh(id, best))) best = candidate
    result.set(id, best)
  }
  return result
}

const onlyRow = (card: Scorecard, id: ObservationId): Scorecard => ({
  ...card,
  rows: card.rows.filter((row) => row.id === id),
  hardRules: [],
})

function readings(observation: Observation): readonly Observation[] {
  if (observation.state !== 'ok' || typeof observation.value !== 'number') return []
  const { value } = observation
  return [-ROUNDING, ROUNDING].map((shift) => ({ state: 'ok', value: value * (1 + shift) }))
}

/**
 * Whoever makes up observations must also do the sum.
 * @param card that of the collector which the evidence names.
 */
export function checkClientScore(observations: Observations, claims: EvidenceClaims, card: Scorecard): Result<Llr, Rejection> {
  const computed = score(observations, card).llr
  if (Math.abs(claims.llr - computed) <= TOLERANCE) return ok(claims.llr)
  const least = score(
    unround(observations, card, (a, b) => a < b),
    card,
  ).llr
  const most = score(
    unround(observations, card, (a, b) => a > b),
    card,
  ).llr
  if (claims.llr >= least - TOLERANCE && claims.llr <= most + TOLERANCE) return ok(claims.llr)
  return err({ reason: 'client-score-mismatch', claimed: claims.llr, computed })
}
