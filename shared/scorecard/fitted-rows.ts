import type { FeatureId } from '../features/index.js'
import type { ObservationId } from '../observation.js'
import type { Llr } from '../units.js'
import { row } from './row.js'
import type { Row } from './scorecard.js'

type Name = FeatureId extends `input.${infer Rest}` ? Rest : never

/**
 * A table as `npm run calibrate` writes it, short because browsers carry it: the feature without its namespace, the edges of its bins,
 * and what they weigh (one more). A table of two features names the second and its edges, and has the weights of each of its bins.
 */
export type FittedTable =
  | readonly [of: Name, edges: readonly number[], llrs: readonly Llr[]]
  | readonly [of: Name, edges: readonly number[], by: Name, byEdges: readonly number[], llrs: readonly (readonly Llr[])[]]

/** All tables of a family, and the data that they were fitted to. */
export interface FittedFamily {
  readonly source: string
  readonly tables: readonly FittedTable[]
}

const idOf = (name: string): ObservationId => `input.${name}`

/** One row for a table of one feature, and one for each bin of the second where there are two. */
export function fittedRows(family: string, { source, tables }: FittedFamily): Row[] {
  return tables.flatMap((table): Row[] => {
    if (table.length === 3) return [row(idOf(table[0]), family, table[1], table[2], source)]
    const [of, edges, by, byEdges, weights] = table
    return weights.map((llrs, i) => ({
      ...row(idOf(of), family, edges, llrs, source),
      when: { id: idOf(by), from: byEdges[i - 1] ?? -Infinity, below: byEdges[i] ?? Infinity },
    }))
  })
}
