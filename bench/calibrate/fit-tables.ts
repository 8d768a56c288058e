import type { FeatureId } from '../../shared/features/index.js'
import { type BoostOptions, boost, type Targets } from './boost/boost.js'
import { choosePairs } from './boost/choose-pairs.js'
import { drawEdges } from './boost/draw-edges.js'
import { massOfBins, mergeBins } from './boost/merge-bins.js'
import { startTerm, type Term } from './boost/term.js'
import { type Columns, marginsOf, type Table, termOf } from './table.js'

/** What is to be fitted, and how closely. */
export interface FitPlan {
  /** Features that may weigh. */
  readonly evidence: readonly FeatureId[]
  /** Features on which weights may depend, though they weigh nothing themselves: they tell the recorder, or how much was seen. */
  readonly context: readonly FeatureId[]
  /** Features whose weights may only rise (1) or only fall (−1): what physics says, whatever the data say. */
  readonly monotone: Partial<Record<FeatureId, -1 | 1>>
  readonly rounds: number
  readonly rate: number
  readonly shrinkage: number
  /** What a step between bins must be worth to be kept: squared, times the examples on either side of it. */
  readonly worth: number
  /** Tables of two features, at most. */
  readonly pairs: number
  /** Bins of a feature, at most. */
  readonly bins: number
}

/** Quantiles of either side while the fit looks for the shape of a table, and while it looks for pairs. */
const FINE = 10
const COARSE = 3
/** Examples that see each step; the rest see that the step was not chance. */
const SAMPLE = 0.7

/**
 * Fits additive tables to examples, and then some tables of two features to what those leave unexplained (GA²M; Lou et al., KDD 2013).
 *
 * @param random the fit is the same whenever its numbers are
 */
export function fitTables(columns: Columns, targets: Targets, plan: FitPlan, random: () => number, onRound?: () => void): Table[] {
  const options: BoostOptions = { ...plan, sample: SAMPLE, random, ...(onRound ? { onRound } : {}) }
  const cut = (id: FeatureId, parts: number) => drawEdges(columns(id), targets.labels, targets.masses, parts)
  const fine = plan.evidence.map((id) => ({ id, edges: cut(id, FINE) })).filter(({ edges }) => edges.length > 0)
  const terms = fine.map(({ id, edges }) => startTerm(columns(id), edges, plan.monotone[id]))
  boost(terms, targets, new Float64Array(targets.labels.length), options)
  const single = fine.map(({ id, edges }, i): Table => {
    const merged = mergeBins(edges, terms[i]!.weights, massOfBins(terms[i]!, targets.masses), plan.bins, plan.worth)
    return { id, ...merged }
  })
  const double = pairsFor(single, columns, targets, plan, (id) => ({ id, edges: cut(id, COARSE) }))
  return refine([...single, ...double], columns, targets, plan, options)
}

function pairsFor(
  single: readonly Table[],
  columns: Columns,
  targets: Targets,
  plan: FitPlan,
  coarsen: (id: FeatureId) => Omit<Table, 'weights'>,
) {
  const cuts = [...plan.evidence, ...plan.context].map(coarsen)
  const terms = cuts.map(({ id, edges }) => startTerm(columns(id), edges))
  const candidates = plan.evidence.flatMap((_, of) => cuts.map((_cut, by) => ({ of, by })).filter(({ by }) => by > of))
  const margins = marginsOf(
    single.map((table) => termOf(table, columns)),
    targets.labels.length,
  )
  return choosePairs(terms, candidates, targets, margins, { shrinkage: plan.shrinkage, count: plan.pairs }).map(({ of, by }): Table => {
    const size = (cuts[of]!.edges.length + 1) * (cuts[by]!.edges.length + 1)
    return { ...cuts[of]!, by: cuts[by]!, weights: new Array<number>(size).fill(0) }
  })
}

/** All tables together, on from where they stand: merged bins and pairs share out the credit anew. */
function refine(tables: readonly Table[], columns: Columns, targets: Targets, plan: FitPlan, options: BoostOptions): Table[] {
  const terms = tables.map((table): Term => termOf(table, columns, table.by ? 0 : plan.monotone[table.id]))
  boost(terms, targets, marginsOf(terms, targets.labels.length), { ...options, rounds: Math.ceil(plan.rounds / 2) })
  return tables.map((table, i) => ({ ...table, weights: [...terms[i]!.weights] }))
}
