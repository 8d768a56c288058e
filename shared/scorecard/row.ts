import type { ObservationId } from '../observation.js'
import type { Llr } from '../units.js'
import type { Bin, Condition, Row } from './scorecard.js'

/** @param llrs one more than edges: the last weighs from the last edge on */
const binsOf = (edges: readonly number[], llrs: readonly Llr[]): Bin[] => llrs.map((llr, i) => ({ below: edges[i] ?? Infinity, llr }))

/**
 * A row as a table: below `edges[0]` it weighs `llrs[0]`, …, from the last edge on the last of `llrs`, which is one longer. Absence
 * weighs nothing.
 */
export function row(id: ObservationId, family: string, edges: readonly number[], llrs: readonly Llr[], source: string): Row {
  return { id, family, bins: binsOf(edges, llrs), missing: 0, source }
}

/** A condition: known, and from here on, but below there. */
export const between = (id: ObservationId, from: number, below = Infinity): Condition => ({ id, from, below })

/** Makes a row weigh only where all these conditions hold. */
export const where =
  (...when: readonly Condition[]) =>
  (row: Row): Row => ({ ...row, when })
