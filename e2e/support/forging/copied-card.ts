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
  /** One more than edges. */
  readonly llrs: readonly number[]
  /** All of them must hold. */
  readonly when: readonly CopiedCondition[]
}

interface CopiedCondition {
  readonly id: string
  readonly from: number
  readonly below: number
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

function conditions(list: string): CopiedCondition[] {
  const all = [...list.matchAll(/\{id:"([a-z.-]+)",from:(-?[\d.]+),below:(1\/0|-?[\d.]+)\}/g)]
  return all.map(([, id = '', from, below]) => ({ id, from: Number(from), below: below === '1/0' ? Infinity : Number(below) }))
}

/** A row is a call, perhaps in another one that adds conditions: of a function with a name, or of one that stands there. */
function plainRows(senses: string): CopiedRow[] {
  const adding = [...senses.matchAll(/([\w$]+)=\w+=>\(\{\.\.\.\w+,when:\[([^\]]*)\]\}\)/g)]
  const named = new Map(adding.map(([, name = '', list = '']) => [name, conditions(list)]))
  const row = /(?:([\w$]+)\(|when:\[([^\]]*)\]\}\)\)\()?[\w$]+\("((?:tell|input)\.[a-z-]+)","(\w+)",\[([^\]]*)\],\[([^\]]*)\]/g
  return [...senses.matchAll(row)].map(([, name = '', list = '', id = '', family = '', edges = '', llrs = '']) => ({
    ...{ id, family, edges: numbers(edges), llrs: numbers(llrs) },
    when: named.get(name) ?? conditions(list),
  }))
}

/** Tables that were fitted go without family and namespace: these stand once, before all of them. Each is a row for each bin of the amount. */
function fittedRows(senses: string): CopiedRow[] {
  const fits = senses.matchAll(/(\w+):\{amount:"([a-z-]+)",edges:\[([^\]]*)\],scales:\[([^\]]*)\],tables:(\[\[.*?\]\]\])/g)
  return [...fits].flatMap(([, family = '', amount = '', edges = '', scales = '', tables = '']) =>
    [...tables.matchAll(/\["([a-z-]+)",\[([^\]]*)\],\[([^"]*?)\]\]/g)].flatMap(([, of, own = '', text = '']) => {
      const [amounts, lists] = [numbers(edges), text.split('],[').map(numbers)]
      return numbers(scales).map((scale, i) => ({
        ...{ id: `input.${of}`, family, edges: numbers(own) },
        llrs: (lists[i] ?? lists[0] ?? []).map((llr) => Math.round(100 * scale * llr) / 100),
        when: [{ id: `input.${amount}`, from: amounts[i - 1] ?? 0, below: amounts[i] ?? Infinity }],
      }))
    }),
  )
}

type Features = Readonly<Record<string, number>>

const binOf = (value: number, edges: readonly number[]): number => {
  const bin = edges.findIndex((edge) => value < edge)
  return bin < 0 ? edges.length : bin
}

const readingOf = (id: string, features: Features): number | undefined => (id.startsWith('tell.') ? PASSED : features[id])

function weightOf({ id, edges, llrs, when }: CopiedRow, features: Features): number {
  const value = readingOf(id, features)
  const holds = when.every((one) => {
    const seen = readingOf(one.id, features)
    return seen !== undefined && seen >= one.from && seen < one.below
  })
  return value === undefined || !holds ? 0 : (llrs[binOf(value, edges)] ?? 0)
}

/** The sum that the collector would do, rounded as it rounds. */
export function scoreOf({ prior, takesBack, families, rows }: CopiedCard, features: Features): number {
  const unread = Object.keys(features).filter(
    (id) => !rows.some((row) => [row.id, ...row.when.map((one) => one.id)].includes(id) && families.has(row.family)),
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
