import type { Share } from '../../../shared/units.js'

/** For what goes on from one slice to the next. */
const NEIGHBOURS = 2
/** With one from elsewhere, where the path to all of them is short: a deep tree has room for two within 2 KB. */
const MOST = NEIGHBOURS + 1
const SHALLOW = 32

/**
 * Which slices are to be shown: any two neighbours, and any other one.
 * @param first the first that can be shown
 * @param leaves how many the trace has, with those before
 * @returns indices, ascending; all of them where there are few
 */
export function chooseSlices(first: number, leaves: number, [which, other]: readonly [Share, Share]): readonly number[] {
  const count = leaves - first
  if (count <= MOST) return Array.from({ length: count }, (_, i) => first + i)
  const pair = Math.floor(which * (count - 1))
  const neighbours = [pair, pair + 1]
  const single = Math.floor(other * (count - NEIGHBOURS))
  const apart = single < pair ? single : single + NEIGHBOURS
  const chosen = leaves > SHALLOW ? neighbours : [...neighbours, apart].sort((a, b) => a - b)
  return chosen.map((index) => first + index)
}
