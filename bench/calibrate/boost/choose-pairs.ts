import { slopes, type Targets } from './boost.js'
import { crossTerms, type Term } from './term.js'

/** Two columns whose table explains what the tables of each do not. */
export interface Pair {
  readonly of: number
  readonly by: number
}

const gainOf = (term: Term, targets: Targets, margins: Float64Array, shrinkage: number): number => {
  const { gradient, curvature } = slopes(term, targets, margins)
  return gradient.reduce((sum, g, bin) => sum + g ** 2 / (curvature[bin]! + shrinkage), 0)
}

/**
 * The pairs of columns whose joint table would still lower the loss most, beyond what either column alone still would: the ranking of
 * Lou et al. (KDD 2013, FAST), on coarse bins.
 *
 * @param coarse a term of few bins for each column
 * @param candidates which columns may be the second of a pair
 */
export function choosePairs(
  coarse: readonly Term[],
  candidates: readonly Pair[],
  targets: Targets,
  margins: Float64Array,
  { shrinkage, count }: { readonly shrinkage: number; readonly count: number },
): Pair[] {
  const alone = coarse.map((term) => gainOf(term, targets, margins, shrinkage))
  const ranked = candidates.map((pair) => {
    const joint = gainOf(crossTerms(coarse[pair.of]!, coarse[pair.by]!), targets, margins, shrinkage)
    return { pair, gain: joint - Math.max(alone[pair.of]!, alone[pair.by]!) }
  })
  return ranked
    .sort((a, b) => b.gain - a.gain)
    .slice(0, count)
    .map(({ pair }) => pair)
}
