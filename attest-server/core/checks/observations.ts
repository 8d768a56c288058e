import { features } from '../../../shared/features/index.js'
import { failed, type Observation, type ObservationId } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { type EvidenceClaims, NO_CARD } from '../../../shared/wire/evidence.js'
import { decodeFeature, decodeTell } from '../../../shared/wire/observation-codes.js'
import { tellIds, tellShapes } from '../../../shared/wire/tells.js'
import type { Rejection } from '../rejection.js'

/** How one id stands in the evidence, and whether it can be unsupported. */
interface Column {
  readonly id: ObservationId
  readonly always: boolean
  decode(letters: string): ReturnType<typeof decodeTell>
}

const tellColumns: readonly Column[] = tellIds.map((id) => {
  const { type, always } = tellShapes[id]
  return { id, always, decode: (letter) => decodeTell(letter, type) }
})
const featureColumns: readonly Column[] = features.map(({ id, range }) => ({
  id,
  always: false,
  decode: (letters) => decodeFeature(letters, range),
}))

/** Reads as many positions as there are: a collector with an older card sends fewer, and `checkCard` has counted them. */
function decode(wire: string, width: number, columns: readonly Column[], into: Map<ObservationId, Observation>): Rejection | undefined {
  for (const [i, { id, always, decode }] of columns.slice(0, Math.ceil(wire.length / width)).entries()) {
    const observation = decode(wire.slice(width * i, width * (i + 1)))
    if (!observation.ok) return { reason: 'observation-malformed', id }
    if (always && observation.value.state === 'unsupported') return { reason: 'observation-impossible', id }
    into.set(id, observation.value)
  }
  return undefined
}

/** Gives the letters of the evidence their ids and types. Missing is never held against anyone, except where it cannot be missing. */
export function checkObservations(claims: EvidenceClaims): Result<ReadonlyMap<ObservationId, Observation>, Rejection> {
  const observations = new Map<ObservationId, Observation>()
  if (claims.card === NO_CARD) {
    for (const { id } of [...tellColumns, ...featureColumns]) observations.set(id, failed('not-loaded'))
    return ok(observations)
  }
  const fault = decode(claims.tells, 1, tellColumns, observations) ?? decode(claims.features, 2, featureColumns, observations)
  return fault ? err(fault) : ok(observations)
}
