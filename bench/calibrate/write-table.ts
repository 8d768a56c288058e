import type { Amount } from './fit-tables.js'
import type { Table } from './table.js'

/** A tenth of a nat is less than any of these numbers is known to, and so is a twentieth of a scale. */
const tenths = (weight: number): number => Math.round(10 * weight) / 10 + 0
const twentieths = (scale: number): number => Math.round(20 * scale) / 20
const name = (id: string): string => `'${id.slice('input.'.length)}'`
const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`

/** Neighbouring bins that came out the same are one. */
function dense({ edges, weights }: Table): { edges: number[]; weights: number[] } {
  const rounded = weights.map(tenths)
  const kept = edges
    .map((edge, i) => ({ edge, next: rounded[i + 1]!, changes: rounded[i] !== rounded[i + 1] }))
    .filter(({ changes }) => changes)
  return { edges: kept.map(({ edge }) => edge), weights: [rounded[0]!, ...kept.map(({ next }) => next)] }
}

function lineOf(table: Table): string {
  const { edges, weights } = dense(table)
  return `[${name(table.id)}, ${list(edges)}, ${list(weights)}]`
}

/** The tables of one family of evidence, by how much they are scaled, and the data that they were fitted to. */
export interface FittedFamily {
  readonly family: string
  readonly source: string
  readonly amount: Amount
  readonly scales: readonly number[]
  readonly tables: readonly Table[]
}

const familyLines = ({ family, source, amount, scales, tables }: FittedFamily): string[] => [
  `  ${family}: {`,
  `    source: '${source}',`,
  `    amount: ${name(amount.id)},`,
  `    edges: ${list(amount.edges)},`,
  `    scales: ${list(scales.map(twentieths))},`,
  '    tables: [',
  ...tables.map((table) => `      ${lineOf(table)},`),
  '    ],',
  '  },',
]

/** @returns the text of `shared/scorecard/behaviour-table.ts` */
export const writeTable = (families: readonly FittedFamily[]): string =>
  [
    `import type { FittedFamily } from './fitted-rows.js'`,
    '',
    '/** Written by `npm run calibrate`. Change the data or the plan (bench/calibrate), not the numbers. */',
    'export const behaviourTable = {',
    ...families.flatMap(familyLines),
    '} as const satisfies Readonly<Record<string, FittedFamily>>',
    '',
  ].join('\n')
