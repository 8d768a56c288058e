import { type Observation, type ObservationId, type Observations, unsupported } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { score } from '../../../shared/scorecard/score.js'
import type { Row, Scorecard } from '../../../shared/scorecard/scorecard.js'
import { weigh } from '../../../shared/scorecard/weigh.js'
import type { Llr } from '../../../shared/units.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { Rejection } from '../rejection.js'

/** The collector rounds its sum to 0.01; the rest is for its arithmetic. */
const TOLERANCE: Llr = 0.05
/** The wire keeps four significant digits of a value, while the collector may have weighed all of them: one bin further at an edge. */
const ROUNDING = 1e-3

type Choice = (...llrs: Llr[]) => Llr

/** An Observation as it may have been before it was rounded for the wire, besides as it is. */
function readings(id: ObservationId, observations: Observations): readonly Observation[] {
  const observation = observations.get(id) ?? unsupported
  if (observation.state !== 'ok' || typeof observation.value !== 'number') return [observation]
  const { value } = observation
  return [0, -ROUNDING, ROUNDING].map((shift) => ({ state: 'ok', value: value * (1 + shift) }))
}

/** What a row weighs for each reading of its value, and of what it depends on. */
function weights(row: Row, observations: Observations): Llr[] {
  const conditions = row.when ? readings(row.when.id, observations).map((reading) => [row.when!.id, reading] as const) : [undefined]
  return readings(row.id, observations).flatMap((reading) =>
    conditions.map((condition) => weigh(row, new Map([...(condition ? [condition] : []), [row.id, reading] as const]))),
  )
}

/** The sum on the card when each row weighs what is chosen of all that it may have weighed. */
function bound(observations: Observations, card: Scorecard, choose: Choice): Llr {
  const rows = card.rows.map(({ id, family, source, ...rest }) => {
    const missing = choose(...weights({ id, family, source, ...rest }, observations))
    return { id, family, source, bins: [], missing }
  })
  return score(new Map(), { ...card, rows }).llr
}

/**
 * Whoever makes up observations must also do the sum.
 * @param card that of the collector which the evidence names.
 */
export function checkClientScore(observations: Observations, claims: EvidenceClaims, card: Scorecard): Result<Llr, Rejection> {
  const computed = score(observations, card).llr
  if (Math.abs(claims.llr - computed) <= TOLERANCE) return ok(claims.llr)
  const least = bound(observations, card, Math.min)
  const most = bound(observations, card, Math.max)
  if (claims.llr >= least - TOLERANCE && claims.llr <= most + TOLERANCE) return ok(claims.llr)
  return err({ reason: 'client-score-mismatch', claimed: claims.llr, computed })
}
