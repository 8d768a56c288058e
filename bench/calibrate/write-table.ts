import type { Table } from './table.js'

/** A tenth of a nat is less than any of these numbers is known to. */
const tenths = (weight: number): number => Math.round(10 * weight) / 10 + 0
const name = (id: string): string => `'${id.slice('input.'.length)}'`
const list = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`

/** Neighbouring bins that came out the same are one. */
function dense({ edges, weights }: Pick<Table, 'edges' | 'weights'>): { edges: number[]; weights: number[] } {
  const rounded = weights.map(tenths)
  const kept = edges
    .map((edge, i) => ({ edge, next: rounded[i + 1]!, changes: rounded[i] !== rounded[i + 1] }))
    .filter(({ changes }) => changes)
  return { edges: kept.map(({ edge }) => edge), weights: [rounded[0]!, ...kept.map(({ next }) => next)] }
}

function lineOf({ id, edges, by, weights }: Table): string {
  if (!by) {
    const short = dense({ edges, weights })
    return `[${name(id)}, ${list(short.edges)}, ${list(short.weights)}]`
  }
  const size = edges.length + 1
  const rows = [...by.edges, Infinity].map((_, i) => weights.slice(i * size, (i + 1) * size).map(tenths))
  return `[${name(id)}, ${list(edges)}, ${name(by.id)}, ${list(by.edges)}, [${rows.map(list).join(', ')}]]`
}

const says = ({ weights }: Table): boolean => weights.some((weight) => tenths(weight) !== 0)

/** The tables of one family of evidence, and the data that they were fitted to. */
export interface FittedFamily {
  readonly family: string
  readonly source: string
  readonly tables: readonly Table[]
}

const familyLines = ({ family, source, tables }: FittedFamily): string[] => [
  `  ${family}: {`,
  `    source: '${source}',`,
  '    tables: [',
  ...tables.filter(says).map((table) => `      ${lineOf(table)},`),
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
