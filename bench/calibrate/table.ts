import type { FeatureId } from '../../shared/features/index.js'
import type { Condition } from '../../shared/scorecard/scorecard.js'
import type { Llr } from '../../shared/units.js'
import { startTerm, type Term, UNKNOWN } from './boost/term.js'
import type { Example } from './example.js'

/** What the bins of a feature weigh: one weight more than there are edges. */
export interface Table {
  readonly id: FeatureId
  /** Where alone it weighs: one bin of the amount that was seen. */
  readonly when?: Condition & { readonly id: FeatureId }
  readonly edges: readonly number[]
  readonly weights: readonly Llr[]
}

/** What was read of each example, column by column; NaN where unknown. Columns are made when they are first asked for. */
export type Columns = (id: FeatureId) => Float64Array

export function startColumns(examples: readonly Example[]): Columns {
  const columns = new Map<FeatureId, Float64Array>()
  return (id) => {
    const column = columns.get(id) ?? Float64Array.from(examples, ({ values }) => values.get(id) ?? Number.NaN)
    columns.set(id, column)
    return column
  }
}

/** A table as a term of the fit, that starts with the table's weights. */
export function termOf({ id, when, edges, weights }: Table, columns: Columns, monotone: Term['monotone'] = 0): Term {
  const term = startTerm(columns(id), edges, monotone)
  term.weights.set(weights)
  if (when) {
    const other = columns(when.id)
    for (let i = 0; i < other.length; i++) if (!(other[i]! >= when.from && other[i]! < when.below)) term.codes[i] = UNKNOWN
  }
  return term
}

/** What the terms say of each example together. */
export function marginsOf(terms: readonly Term[], length: number): Float64Array {
  const margins = new Float64Array(length)
  for (const { codes, weights } of terms) for (let i = 0; i < length; i++) if (codes[i] !== UNKNOWN) margins[i]! += weights[codes[i]!]!
  return margins
}
