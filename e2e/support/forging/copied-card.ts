/** The client card, as far as a summary that is innocent needs it. */
export interface CopiedCard {
  readonly version: string
  readonly prior: number
  /** How much of what the other engines say behaviour may take back. */
  readonly takesBack: number
  readonly families: ReadonlyMap<string, { readonly engine: string; readonly min: number; readonly max: number }>
  readonly rows: readonly CopiedRow[]
}

interface CopiedRow {
  readonly id: string
  readonly family: string
  readonly edges: readonly number[]
  /** One more than edges; a list, or one for each bin of the amount. */
  readonly llrs: readonly (readonly number[])[]
  /** Another feature, and by how much it scales the weights in each of its bins. */
  readonly amount?: { readonly id: string; readonly edges: readonly number[]; readonly scales: readonly number[] }
}

/** What every tell reads in a browser that nobody drives: false, or none. */
export const PASSED = 0

const numbers = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number))

/** Reads the card in the script that the server hands out: whatever the page can compute, a forger can copy. */
export function copyCard(senses: string): CopiedCard {
  const [, version, prior, takesBack] = /version:"([^"]+)",\w+:(-?[\d.]+),\w+:([\d.]+)/.exec(senses) ?? []
  const families = [...senses.matchAll(/(\w+):\{engine:"(\w+)",min:(-?[\d.]+),max:(-?[\d.]+)\}/g)]
  const card = {
    version: version ?? '',
    prior: Number(prior),
    takesBack: Number(takesBack),
    families: new Map(families.map(([, name = '', engine = '', min, max]) => [name, { engine, min: Number(min), max: Number(max) }])),
    rows: [...plainRows(senses), ...fittedRows(senses)],
  }
  if (!version || Number.isNaN(card.takesBack)) throw new Error('The served script holds no card that can be copied: no version, no prior')
  return card
}

function plainRows(senses: string): CopiedRow[] {
  const rows = [...senses.matchAll(/"((?:tell|input)\.[a-z-]+)","(\w+)",\[([^\]]*)\],\[([^\]]*)\]/g)]
  return rows.map(([, id = '', family = '', edges = '', llrs = '']) => ({ id, family, edges: numbers(edges), llrs: [numbers(llrs)] }))
}

/** Tables that were fitted go without family and namespace: these stand once, before all of them. */
function fittedRows(senses: string): CopiedRow[] {
  const fits = senses.matchAll(/(\w+):\{amount:"([a-z-]+)",edges:\[([^\]]*)\],scales:\[([^\]]*)\],tables:(\[\[.*?\]\]\])/g)
  return [...fits].flatMap(([, family = '', amount = '', edges = '', scales = '', tables = '']) =>
    [...tables.matchAll(/\["([a-z-]+)",\[([^\]]*)\],\[([^"]*)\]\]/g)].map(([, of, own = '', llrs = '']) => ({
      ...{ id: `input.${of}`, family, edges: numbers(own), llrs: llrs.split('],[').map(numbers) },
      amount: { id: `input.${amount}`, edges: numbers(edges), scales: numbers(scales) },
    })),
  )
}

type Features = Readonly<Record<string, number>>

const binOf = (value: number, edges: readonly number[]): number => {
  const bin = edges.findIndex((edge) => value < edge)
  return bin < 0 ? edges.length : bin
}

function weightOf({ id, edges, llrs, amount }: CopiedRow, features: Features): number {
  const value = id.startsWith('tell.') ? PASSED : features[id]
  if (value === undefined) return 0
  const bin = binOf(value, edges)
  if (!amount) return llrs[0]?.[bin] ?? 0
  const seen = features[amount.id]
  if (seen === undefined) return 0
  const part = binOf(seen, amount.edges)
  return Math.round(100 * (amount.scales[part] ?? 0) * ((llrs[part] ?? llrs[0])?.[bin] ?? 0)) / 100
}

/** The sum that the collector would do, rounded as it rounds. Rows with a condition on a tell weigh nothing where all tells pass. */
export function scoreOf({ prior, takesBack, families, rows }: CopiedCard, features: Features): number {
  const unread = Object.keys(features).filter(
    (id) => !rows.some((row) => [row.id, row.amount?.id].includes(id) && families.has(row.family)),
  )
  if (unread.length > 0) throw new Error(`The served script holds no row that can be copied for ${unread.join(', ')}`)
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.family, (sums.get(row.family) ?? 0) + weightOf(row, features))
  const engines = new Map<string, number>()
  for (const [name, sum] of sums) {
    const { engine, min, max } = families.get(name) ?? { engine: '', min: 0, max: 0 }
    engines.set(engine, (engines.get(engine) ?? 0) + Math.min(max, Math.max(min, sum)))
  }
  const { behaviour = 0, ...others } = Object.fromEntries(engines)
  const against = Object.values(others).reduce((sum, llr) => sum + llr, 0)
  return Math.round(100 * (prior + behaviour + against + Math.max(0, Math.min(against, -behaviour) - takesBack))) / 100
}
