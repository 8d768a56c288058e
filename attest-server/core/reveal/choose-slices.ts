import type { Share } from '../../../shared/units.js'

/** Two neighbours, for what goes on from one to the next, and one from elsewhere. */
const NEIGHBOURS = 2
const MOST_SLICES = NEIGHBOURS + 1

/**
 * Which slices are to be shown: any two neighbours, and any other one.
 * @param first the first that can be shown
 * @param count how many can
 * @param draws each at least 0 and less than 1
 * @returns indices, ascending; all of them where there are few
 */
export function chooseSlices(first: number, count: number, [which, other]: readonly [Share, Share]): readonly number[] {
  if (count <= MOST_SLICES) return Array.from({ length: count }, (_, i) => first + i)
  const pair = Math.floor(which * (count - 1))
  const single = Math.floor(other * (count - NEIGHBOURS))
  const apart = single < pair ? single : single + NEIGHBOURS
  return [pair, pair + 1, apart].sort((a, b) => a - b).map((index) => first + index)
}
