import type { ObservationId } from '../observation.js'
import type { Llr } from '../units.js'
import type { Row } from './scorecard.js'

/**
 * A row as a table: below `edges[0]` it weighs `llrs[0]`, …, from the last edge on the last of `llrs`, which is one longer. Absence
 * weighs nothing.
 */
export function row(id: ObservationId, family: string, edges: readonly number[], llrs: readonly Llr[], source: string): Row {
  return { id, family, bins: llrs.map((llr, i) => ({ below: edges[i] ?? Infinity, llr })), missing: 0, source }
}
