import type { FeatureId } from '../../shared/features/index.js'
import type { Llr } from '../../shared/units.js'
import { type BoostOptions, boost, gainOf, type Targets } from './boost/boost.js'
import { drawEdges } from './boost/draw-edges.js'
import { massOfBins, mergeBins } from './boost/merge-bins.js'
import { startTerm } from './boost/term.js'
import { type Columns, marginsOf, type Table, termOf } from './table.js'

/** What tells how much was seen. */
export interface Amount {
  readonly id: FeatureId
  /** All weights are multiplied by a fitted factor in each bin between these, … */
  readonly edges: readonly number[]
  /** … and by this one: how far examples of a few sources are believed to stand for all there are. */
  readonly trust: readonly number[]
}

/** What is to be fitted, and how closely. */
export interface FitPlan {
  /** Features that may weigh. */
  readonly evidence: readonly FeatureId[]
  readonly amount: Amount
  /** So many features get a table for each bin of the amount, those that win most by it: little movement is another thing than much. */
  readonly depending: number
  /** Features whose weights may only rise (1) or only fall (−1): what physics says, whatever the data say. */
  readonly monotone: Partial<Record<FeatureId, -1 | 1>>
  readonly rounds: number
  readonly rate: number
  readonly shrinkage: number
  /** Bins of a feature, at most. */
  readonly bins: number
  /** What a step between bins must be worth to be kept: squared, times the examples on either side of it. */
  readonly worth: number
  /** No bin weighs more than this, either way. */
  readonly most: Llr
}

/** Quantiles of either side while the fit looks for the shape of a table. */
const FINE = 10
/** As many examples that say nothing in each bin, when the gain of a table is guessed: a few odd ones are no reason to ask for more. */
const DOUBT = 3
/** Examples that see each step; the rest see that the step was not chance. */
const SAMPLE = 0.7

/**
 * Fits additive tables to examples: finely first, then with the bins that are worth it. A feature of which only one bin is left weighs
 * nothing: that it is known at all is no evidence.
 *
 * @param random the fit is the same whenever its numbers are
 */
export function fitTables(columns: Columns, targets: Targets, plan: FitPlan, random: () => number, onRound?: () => void): Table[] {
  const options: BoostOptions = { ...plan, sample: SAMPLE, random, ...(onRound ? { onRound } : {}) }
  const fine = plan.evidence
    .map((id) => ({ id, edges: drawEdges(columns(id), targets.labels, targets.masses, FINE) }))
    .filter(({ edges }) => edges.length > 0)
  const terms = fine.map(({ id, edges }) => startTerm(columns(id), edges, plan.monotone[id]))
  boost(terms, targets, new Float64Array(targets.labels.length), options)
  const merged = fine.map(({ id, edges }, i): Table => {
    const term = terms[i]!
    return { id, ...mergeBins(edges, term.weights, massOfBins(term, targets.masses), plan.bins, plan.worth) }
  })
  const kept = merged.filter(({ edges }) => edges.length > 0)
  const fitted = refine(splitByAmount(kept, columns, targets, plan), columns, targets, plan, options)
  return plan.evidence.flatMap((id) => {
    const own = fitted.filter((table) => table.id === id)
    return own.length > 0 ? own : [{ id, edges: [], weights: [0] }]
  })
}

/** The tables, and for those that win most by it one for each bin of the amount in its place: they start alike, and go their own ways. */
function splitByAmount(tables: readonly Table[], columns: Columns, targets: Targets, { amount, depending }: FitPlan): Table[] {
  const margins = marginsOf(
    tables.map((table) => termOf(table, columns)),
    targets.labels.length,
  )
  const bins = [...amount.edges, Infinity].map((below, i) => ({ id: amount.id, from: amount.edges[i - 1] ?? 0, below }))
  const split = tables.map((table) => {
    const parts = bins.map((when): Table => ({ ...table, when }))
    return { table, parts, gain: parts.reduce((sum, part) => sum + gainOf(termOf(part, columns), targets, margins, DOUBT), 0) }
  })
  const chosen = [...split].sort((a, b) => b.gain - a.gain).slice(0, depending)
  return split.flatMap((one) => (chosen.includes(one) ? one.parts : [one.table]))
}

/** On from where the tables stand: with merged bins they share out the credit anew. */
function refine(tables: readonly Table[], columns: Columns, targets: Targets, plan: FitPlan, options: BoostOptions): Table[] {
  const terms = tables.map((table) => termOf(table, columns, plan.monotone[table.id]))
  boost(terms, targets, marginsOf(terms, targets.labels.length), { ...options, rounds: Math.ceil(plan.rounds / 2) })
  const clamp = (llr: Llr) => Math.min(plan.most, Math.max(-plan.most, llr))
  return tables.map((table, i) => ({ ...table, weights: Array.from(terms[i]!.weights, clamp) }))
}
