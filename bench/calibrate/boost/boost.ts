import { projectMonotone } from './project-monotone.js'
import { type Term, UNKNOWN } from './term.js'

/** What is known of the examples, besides their features. */
export interface Targets {
  /** 1 for a bot, 0 for a person. */
  readonly labels: Uint8Array
  /** How much each counts; they add up to about the number of independent visits. */
  readonly masses: Float64Array
}

export interface BoostOptions {
  readonly rounds: number
  /** How much of each Newton step is taken: small steps share the credit among terms that say the same. */
  readonly rate: number
  /** As many examples in each bin that say nothing (Laplace, ridge): rare bins stay near 0. */
  readonly shrinkage: number
  /** Share of the examples that each step sees. */
  readonly sample: number
  readonly random: () => number
  readonly onRound?: (round: number) => void
}

/** Sums over the bins of a term: of the gradient and of the curvature of the log loss. */
function slopes({ codes, weights }: Term, { labels, masses }: Targets, margins: Float64Array, kept?: Uint8Array) {
  const gradient = new Float64Array(weights.length)
  const curvature = new Float64Array(weights.length)
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (code === UNKNOWN || kept?.[i] === 0) continue
    const p = 1 / (1 + Math.exp(-margins[i]!))
    gradient[code]! += masses[i]! * (labels[i]! - p)
    curvature[code]! += masses[i]! * p * (1 - p)
  }
  return { gradient, curvature }
}

/** How much a full Newton step on this term alone would win: what it does not say yet. */
export function gainOf(term: Term, targets: Targets, margins: Float64Array, shrinkage: number): number {
  const { gradient, curvature } = slopes(term, targets, margins)
  return gradient.reduce((sum, slope, bin) => sum + slope ** 2 / (curvature[bin]! + shrinkage), 0)
}

/** One Newton step on one term; the margins follow. */
function step(term: Term, targets: Targets, margins: Float64Array, kept: Uint8Array, { rate, shrinkage }: BoostOptions): void {
  const { gradient, curvature } = slopes(term, targets, margins, kept)
  const before = term.weights.slice()
  for (let bin = 0; bin < before.length; bin++) term.weights[bin]! += (rate * gradient[bin]!) / Math.max(1e-9, curvature[bin]! + shrinkage)
  projectMonotone(term.weights, curvature, term.monotone)
  for (let i = 0; i < margins.length; i++) {
    const code = term.codes[i]!
    if (code !== UNKNOWN) margins[i]! += term.weights[code]! - before[code]!
  }
}

/**
 * Cyclic gradient boosting of tables with the log loss: the explainable boosting machine of Lou, Caruana, Gehrke and Hooker (KDD 2013),
 * with Newton steps. It has no intercept: with bots and people at equal mass the sum is a log-likelihood ratio, and no evidence is 0.
 *
 * @param margins the sum for each example so far; the fit adds to them, as it does to the terms' weights
 */
export function boost(terms: readonly Term[], targets: Targets, margins: Float64Array, options: BoostOptions): void {
  const kept = new Uint8Array(margins.length)
  for (let round = 1; round <= options.rounds; round++) {
    for (let i = 0; i < kept.length; i++) kept[i] = options.random() < options.sample ? 1 : 0
    for (const term of terms) step(term, targets, margins, kept, options)
    options.onRound?.(round)
  }
}
