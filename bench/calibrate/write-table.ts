import type { FeatureId } from '../../shared/features/index.js'
import type { FittedFamily } from '../../shared/scorecard/fitted-rows.js'
import type { FittedCard } from './fit-card.js'
import type { Amount } from './fit-tables.js'
import type { Table } from './table.js'

type Name = FittedFamily['amount']

/** A tenth of a nat is less than any of these numbers is known to, and so is a twentieth of a scale. */
const tenths = (weight: number): number => Math.round(10 * weight) / 10 + 0
const twentieths = (scale: number): number => Math.round(20 * scale) / 20
const nameOf = (id: FeatureId): Name => id.slice('input.'.length) as Name

/** The tables of one feature, which have the same edges, as one. Neighbouring bins that came out the same in all are one. */
function dense(tables: readonly Table[]): FittedFamily['tables'][number] {
  const { id, edges } = tables[0]!
  const rounded = tables.map(({ weights }) => weights.map(tenths))
  const starts = [0, ...edges.flatMap((_, i) => (rounded.some((weights) => weights[i] !== weights[i + 1]) ? [i + 1] : []))]
  return [nameOf(id), starts.slice(1).map((bin) => edges[bin - 1]!), ...rounded.map((weights) => starts.map((bin) => weights[bin]!))]
}

/** A list for each feature, in the order in which features first come. */
const byFeature = (tables: readonly Table[]): Table[][] =>
  [...new Set(tables.map(({ id }) => id))].map((id) => tables.filter((table) => table.id === id))

/** What was fitted as cards have it, in no more digits than are known. */
export const shorten = ({ tables, scales }: FittedCard, { id, edges }: Amount): Omit<FittedFamily, 'source'> => ({
  amount: nameOf(id),
  edges,
  scales: scales.map(twentieths),
  tables: byFeature(tables).map(dense),
})

const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`

const linesOf = ([family, { source, amount, edges, scales, tables }]: [string, FittedFamily]): string[] => [
  `  ${family}: {`,
  // A line of its own: browsers do without it (tools/rollup/server-only.mjs).
  `    source: '${source}',`,
  `    amount: '${amount}',`,
  `    edges: ${list(edges)},`,
  `    scales: ${list(scales)},`,
  '    tables: [',
  ...tables.map(([of, ...lists]) => `      ['${of}', ${lists.map(list).join(', ')}],`),
  '    ],',
  '  },',
]

/** @returns the text of `shared/scorecard/behaviour-table.ts` */
export const writeTable = (families: Readonly<Record<string, FittedFamily>>): string =>
  [
    `import type { FittedFamily } from './fitted-rows.js'`,
    '',
    '/** Written by `npm run calibrate`. Change the data or the plan (bench/calibrate), not the numbers. */',
    'export const behaviourTable = {',
    ...Object.entries(families).flatMap(linesOf),
    '} as const satisfies Readonly<Record<string, FittedFamily>>',
    '',
  ].join('\n')
