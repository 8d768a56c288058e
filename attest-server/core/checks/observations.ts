import { features } from '../../../shared/features/index.js'
import type { Observation, ObservationId } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { decodeObservation, type EvidenceClaims } from '../../../shared/wire/evidence.js'
import { tellIds, tellTypes } from '../../../shared/wire/tells.js'
import type { Rejection } from '../rejection.js'

type Column = readonly [id: ObservationId, type: 'boolean' | 'number']

const tellColumns: readonly Column[] = tellIds.map((id) => [id, tellTypes[id]])
const featureColumns: readonly Column[] = features.map(({ id }) => [id, 'number'])

/** Reads as many positions as both sides know: an older collector sends fewer, and what a newer one adds weighs nothing here. */
function decode(wire: readonly unknown[], columns: readonly Column[], into: Map<ObservationId, Observation>): Rejection | undefined {
  for (const [i, [id, type]] of columns.slice(0, wire.length).entries()) {
    const observation = decodeObservation(wire[i], type)
    if (!observation.ok) return { reason: 'observation-malformed', id }
    into.set(id, observation.value)
  }
  return undefined
}

/** Gives the arrays of the evidence their ids and types. */
export function checkObservations(claims: EvidenceClaims): Result<ReadonlyMap<ObservationId, Observation>, Rejection> {
  const observations = new Map<ObservationId, Observation>()
  const fault = decode(claims.tells, tellColumns, observations) ?? decode(claims.features, featureColumns, observations)
  return fault ? err(fault) : ok(observations)
}
