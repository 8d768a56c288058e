import { features } from '../../../shared/features/index.js'
import { failed, type Observation, type ObservationId } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { decodeObservation, type EvidenceClaims } from '../../../shared/wire/evidence.js'
import { type TellShape, tellIds, tellShapes } from '../../../shared/wire/tells.js'
import type { Rejection } from '../rejection.js'

type Column = TellShape & { readonly id: ObservationId }

const tellColumns: readonly Column[] = tellIds.map((id) => ({ id, ...tellShapes[id] }))
const featureColumns: readonly Column[] = features.map(({ id }) => ({ id, type: 'number', always: false }))

/** Why a collector has no value, as far as any says so. What another says is not kept: it could say anything, in evidence that is. */
const reasons: ReadonlySet<string> = new Set(['threw', 'timeout', 'not-asked'])

const known = (observation: Observation): Observation =>
  observation.state === 'failed' && !reasons.has(observation.reason) ? failed('other') : observation

/** Reads as many positions as there are: a collector with an older card sends fewer, and `checkCard` has counted them. */
function decode(wire: readonly unknown[], columns: readonly Column[], into: Map<ObservationId, Observation>): Rejection | undefined {
  for (const [i, { id, type, always }] of columns.slice(0, wire.length).entries()) {
    const observation = decodeObservation(wire[i], type)
    if (!observation.ok) return { reason: 'observation-malformed', id }
    if (always && observation.value.state === 'unsupported') return { reason: 'observation-impossible', id }
    into.set(id, known(observation.value))
  }
  return undefined
}

/** Gives the arrays of the evidence their ids and types. Missing is never held against anyone, except where it cannot be missing. */
export function checkObservations(claims: EvidenceClaims): Result<ReadonlyMap<ObservationId, Observation>, Rejection> {
  const observations = new Map<ObservationId, Observation>()
  const fault = decode(claims.tells, tellColumns, observations) ?? decode(claims.features, featureColumns, observations)
  return fault ? err(fault) : ok(observations)
}
