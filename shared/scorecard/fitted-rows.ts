import type { FeatureId } from '../features/index.js'
import type { ObservationId } from '../observation.js'
import type { Llr } from '../units.js'
import { between, row, where } from './row.js'
import type { Row } from './scorecard.js'

type Name = FeatureId extends `input.${infer Rest}` ? Rest : never

/**
 * All tables of a family, as `npm run calibrate` writes them: short, because browsers carry them. Features go without their namespace;
 * a table names the edges of its bins and what these weigh (one more), once, or once for each bin of the amount.
 */
export interface FittedFamily {
  /** The data that the numbers were fitted to. */
  readonly source: string
  /** What tells how much was seen, in bins; in each, all weights are multiplied by the scale: from little, tables know less. */
  readonly amount: Name
  readonly edges: readonly number[]
  readonly scales: readonly number[]
  readonly tables: readonly (readonly [of: Name, edges: readonly number[], ...llrs: (readonly Llr[])[]])[]
}

const idOf = (name: Name): ObservationId => `input.${name}`

/** Two digits, so that a sum of weights is the same on every machine. */
const scaled = (scale: number, llrs: readonly Llr[]): Llr[] => llrs.map((llr) => Math.round(100 * scale * llr) / 100 + 0)

/** A row for each table in each bin of the amount. */
export function fittedRows(family: string, { source, amount, edges: amounts, scales, tables }: FittedFamily): Row[] {
  const whens = scales.map((_, i) => where(between(idOf(amount), amounts[i - 1] ?? 0, amounts[i])))
  return tables.flatMap(([of, edges, ...lists]) =>
    scales.map((scale, i) => whens[i]!(row(idOf(of), family, edges, scaled(scale, lists[i] ?? lists[0]!), source))),
  )
}
