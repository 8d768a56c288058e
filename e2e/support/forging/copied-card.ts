/** The client card, as far as a summary that is innocent needs it. */
export interface CopiedCard {
  readonly version: string
  readonly prior: number
  /** How much of what the other engines say behaviour may take back. */
  readonly takesBack: number
  /** The most that families of one cause weigh together for a bot. */
  readonly causes: ReadonlyMap<string, number>
  readonly families: ReadonlyMap<string, CopiedFamily>
  readonly rows: readonly CopiedRow[]
}

interface CopiedFamily {
  readonly engine: string
  readonly cause: string | undefined
  readonly min: number
  readonly max: number
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
  const [, version, prior, takesBack, causes = ''] = /version:"([^"]+)",\w+:(-?[\d.]+),\w+:([\d.]+),\w+:\{([^}]*)\}/.exec(senses) ?? []
  const card = {
    version: version ?? '',
    prior: Number(prior),
    takesBack: Number(takesBack),
    causes: new Map([...causes.matchAll(/(\w+):([\d.]+)/g)].map(([, cause = '', most]) => [cause, Number(most)])),
    families: families(senses),
    rows: [...plainRows(senses), ...fittedRows(senses)],
  }
  if (!version || Number.isNaN(card.takesBack)) throw new Error('The served script holds no card that can be copied: no version, no prior')
  return card
}

function families(senses: string): ReadonlyMap<string, CopiedFamily> {
  const all = [...senses.matchAll(/(\w+):\{engine:"(\w+)",min:(-?[\d.]+),max:(-?[\d.]+)(?:,\w+:"(\w+)")?\}/g)]
  return new Map(all.map(([, name = '', engine = '', min, max, cause]) => [name, { engine, cause, min: Number(min), max: Number(max) }]))
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

interface Sum {
  readonly family: CopiedFamily
  readonly llr: number
}

/** Each family within its limits, and those of one cause, where they speak for a bot, within its own. */
function sumsOf({ causes, families, rows }: CopiedCard, features: Features): readonly Sum[] {
  const sums = [...families].map(([name, family]) => {
    const own = rows.filter((row) => row.family === name)
    const sum = own.reduce((all, row) => all + weightOf(row, features), 0)
    return { family, llr: Math.min(family.max, Math.max(family.min, sum)) }
  })
  return sums.map(({ family, llr }) => {
    const most = causes.get(family.cause ?? '')
    if (most === undefined || llr <= 0) return { family, llr }
    const together = sums.filter((one) => one.family.cause === family.cause).reduce((all, one) => all + Math.max(0, one.llr), 0)
    return { family, llr: llr * Math.min(1, most / together) }
  })
}

/** The sum that the collector would do, rounded as it rounds. */
export function scoreOf(card: CopiedCard, features: Features): number {
  const { prior, takesBack, families, rows } = card
  const unread = Object.keys(features).filter(
    (id) => !rows.some((row) => [row.id, ...row.when.map((one) => one.id)].includes(id) && families.has(row.family)),
  )
  if (unread.length > 0) throw new Error(`The served script holds no row that can be copied for ${unread.join(', ')}`)
  const sums = sumsOf(card, features)
  const total = (all: readonly Sum[]) => all.reduce((sum, { llr }) => sum + llr, 0)
  const behaviour = total(sums.filter(({ family }) => family.engine === 'behaviour'))
  const against = total(sums) - behaviour
  return Math.round(100 * (prior + behaviour + against + Math.max(0, Math.min(against, -behaviour) - takesBack))) / 100
}
