import type { Share } from '../../../shared/units.js'
import { MOST_REVEALED } from '../../../shared/wire/reveal.js'

/** Two neighbours, and one from elsewhere where the path to all of them is short: a deep tree has room for two within 2 KB. */
const SHALLOW = 32

/** Of the leaves that are open, their steps; where none has any, each counts for one. */
function weightsOf(steps: readonly number[], isOpen: (leaf: number) => boolean): readonly number[] {
  const own = steps.map((count, i) => (isOpen(i) ? count : 0))
  return own.some(Boolean) ? own : steps.map((_, i) => Number(isOpen(i)))
}

/** The leaf that holds what lies so far into all weights. @param share at least 0 and less than 1 */
function leafAt(weights: readonly number[], share: Share): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  // What is added up in another order may be a little less.
  return at < 0 ? weights.findIndex(Boolean) : at
}

/** The leaf before or after, whichever there is. @param first the first that can be shown */
const besideOf = (leaf: number, first: number): number => (leaf > first ? leaf - 1 : leaf + 1)

/**
 * Which slices are to be shown: those that hold some of the steps, wherever these are, so that much cannot be hidden in few. All else is drawn for nothing: key-ups
 * and scrolls without end cost a forger no movement. A neighbour of the first, for what goes on from one to the next.
 * @param first the first that can be shown
 * @param steps by leaf
 * @param draws where in all steps, at least 0 and less than 1
 * @returns indices, ascending; all of them where there are few
 */
export function chooseSlices(first: number, steps: readonly number[], [one, other]: readonly [Share, Share]): readonly number[] {
  if (steps.length - first <= MOST_REVEALED) return steps.map((_, i) => i).slice(first)
  const chosen = leafAt(
    weightsOf(steps, (i) => i >= first),
    one,
  )
  const neighbours = [chosen, besideOf(chosen, first)]
  if (steps.length > SHALLOW) return neighbours.sort((a, b) => a - b)
  const elsewhere = weightsOf(steps, (i) => i >= first && !neighbours.includes(i))
  return [...neighbours, leafAt(elsewhere, other)].sort((a, b) => a - b)
}
