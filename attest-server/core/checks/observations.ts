import { features } from '../../../shared/features/index.js'
import { failed, type Observation, type ObservationId } from '../../../shared/observation.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { type EvidenceClaims, NO_CARD } from '../../../shared/wire/evidence.js'
import { decodeFeature, decodeTell, type Reason } from '../../../shared/wire/observation-codes.js'
import { type TellId, type TellShape, tellIds, tellShapes } from '../../../shared/wire/tells.js'
import type { Rejection } from '../rejection.js'

const NOT_LOADED = 'not-loaded' satisfies Reason
const NOT_ASKED = 'not-asked' satisfies Reason

/** How one id stands in the evidence, and which absences no collector of ours writes there. */
interface Column {
  readonly id: ObservationId
  isImpossible(observation: Observation): boolean
  decode(letters: string): ReturnType<typeof decodeTell>
}

const tellColumn = (id: TellId): Column => {
  const { always, atLoad, ...value }: TellShape = tellShapes[id]
  const impossible = new Set([NOT_LOADED, ...(atLoad ? [NOT_ASKED] : [])])
  return {
    id,
    isImpossible: (observation) =>
      observation.state === 'failed' ? impossible.has(observation.reason) : always && observation.state === 'unsupported',
    decode: (letter) => decodeTell(letter, value),
  }
}
const tellColumns: ReadonlyMap<TellId, Column> = new Map(tellIds.map((id) => [id, tellColumn(id)]))
/** A feature is a sum of what was seen: it is there, or too little was seen. Nothing in it can fail. */
const featureColumns: readonly Column[] = features.map(({ id, range }) => ({
  id,
  isImpossible: ({ state }) => state === 'failed',
  decode: (letters) => decodeFeature(letters, range),
}))

/** Reads as many positions as there are: a collector with an older card sends fewer, and `checkCard` has counted them. */
function decode(wire: string, width: number, columns: readonly Column[], into: Map<ObservationId, Observation>): Rejection | undefined {
  for (const [i, { id, isImpossible, decode }] of columns.slice(0, Math.ceil(wire.length / width)).entries()) {
    const observation = decode(wire.slice(width * i, width * (i + 1)))
    if (!observation.ok) return { reason: 'observation-malformed', id }
    if (isImpossible(observation.value)) return { reason: 'observation-impossible', id }
    into.set(id, observation.value)
  }
  return undefined
}

/**
 * Gives the letters of the evidence their ids and types. Missing is never held against anyone, except where it cannot be missing, or not for
 * the reason that is given: whatever a card has a place for was there to be asked, and what is not put off was.
 * @param tells in the order of the evidence's card.
 */
export function checkObservations(
  claims: EvidenceClaims,
  tells: readonly TellId[] = tellIds,
): Result<ReadonlyMap<ObservationId, Observation>, Rejection> {
  const observations = new Map<ObservationId, Observation>()
  if (claims.card === NO_CARD) {
    for (const { id } of [...tellColumns.values(), ...featureColumns]) observations.set(id, failed(NOT_LOADED))
    return ok(observations)
  }
  const fault =
    decode(
      claims.tells,
      1,
      tells.map((id) => tellColumns.get(id)!),
      observations,
    ) ?? decode(claims.features, 2, featureColumns, observations)
  return fault ? err(fault) : ok(observations)
}
