import type { Share } from '../../../shared/units.js'

/** With one from elsewhere, where the path to all of them is short: a deep tree has room for two within 2 KB. */
const MOST = 3
const SHALLOW = 32

/** The leaf that holds what lies so far into all samples. @param counts of samples, by leaf @param share at least 0 and less than 1 */
function leafAt(counts: readonly number[], share: Share): number {
  let left = share * counts.reduce((sum, count) => sum + count, 0)
  const at = counts.findIndex((count) => {
    left -= count
    return left < 0
  })
  return at < 0 ? counts.length - 1 : at
}

/** The leaf before or after, whichever there is. @param first the first that can be shown */
const besideOf = (leaf: number, first: number): number => (leaf > first ? leaf - 1 : leaf + 1)

/**
 * Which slices are to be shown: those that hold some of the samples, wherever these are, so that much cannot be hidden in few. A neighbour of the first, for what
 * goes on from one to the next.
 * @param first the first that can be shown
 * @param counts of samples, by leaf
 * @param draws where in all samples, at least 0 and less than 1
 * @returns indices, ascending; all of them where there are few
 */
export function chooseSlices(first: number, counts: readonly number[], [one, other]: readonly [Share, Share]): readonly number[] {
  if (counts.length - first <= MOST) return counts.map((_, i) => i).slice(first)
  const open = counts.map((count, i) => (i < first ? 0 : count))
  const chosen = leafAt(open, one)
  const neighbours = [chosen, besideOf(chosen, first)]
  if (counts.length > SHALLOW) return neighbours.sort((a, b) => a - b)
  const elsewhere = open.map((count, i) => (neighbours.includes(i) ? 0 : count))
  return [...neighbours, leafAt(elsewhere, other)].sort((a, b) => a - b)
}
