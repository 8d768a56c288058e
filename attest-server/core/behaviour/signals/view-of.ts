import type { Observations } from '../../../../shared/observation.js'
import type { Row } from '../../../../shared/scorecard/scorecard.js'
import { holds, numberOf, weigh } from '../../../../shared/scorecard/weigh.js'
import { behaviourCard } from '../evidence/behaviour-card.js'
import { detectionSignals } from './detection/index.js'
import type { View } from './signal.js'

/** The rows of the card that each signal stands for. */
const rowsOf: ReadonlyMap<string, readonly Row[]> = new Map(
  detectionSignals.map(({ name, takes }) => [name, behaviourCard.rows.filter(({ id }) => takes.includes(id))]),
)

const neutrals = new Map(detectionSignals.map(({ name, neutral = 0 }) => [name, neutral]))

/** A row that says something, if only that there is nothing to say: what it asks for is known, and its conditions hold. */
const speaks = ({ id, when = [] }: Row, seen: Observations): boolean =>
  numberOf(seen, id) !== undefined && when.every((condition) => holds(condition, seen))

/** What the signals are read from: pure. */
export function viewOf(seen: Observations): View {
  return {
    seen,
    numberOf: (id) => numberOf(seen, id) ?? Number.NaN,
    evidenceOf(name) {
      const speaking = rowsOf.get(name)?.filter((row) => speaks(row, seen)) ?? []
      return speaking.length > 0 ? speaking.reduce((sum, row) => sum + weigh(row, seen), -(neutrals.get(name) ?? 0)) : Number.NaN
    },
  }
}
