import { MAX_SLICE_BYTES, MAX_SLICES } from '../../../../shared/trace/slice.js'
import { DURATION, samplesIn, type TraceSums } from '../../../../shared/trace/trace-sums.js'
import type { CommittedSummary, TraceRule } from './trace-rule.js'

/** No sample takes less than two bytes, and none more than ten. */
const MOST_SAMPLES = Math.floor(MAX_SLICE_BYTES / 2)
const FULL = Math.floor(MAX_SLICE_BYTES / 10) - 2

/** Some neighbouring leaves of a tree, and what they are said to sum up to. */
interface Span {
  readonly from: number
  readonly to: number
  readonly sums: TraceSums
}

/** How many leaves cannot be shown: the first of as many as there may be stands for all that were forgotten. */
export const foldedIn = (leaves: number): number => (leaves === MAX_SLICES ? 1 : 0)

/** Whether so many samples fit into so many slices. No slice is empty. */
export function fits({ from, to, sums }: Span, leaves: number): boolean {
  const samples = samplesIn(sums)
  const isBounded = from >= foldedIn(leaves)
  return samples >= to - from && (!isBounded || samples <= (to - from) * MOST_SAMPLES)
}

/** Each verdict ends a slice, and takes its work's time: one in a second, and some at once. */
const AT_ONCE = 16

/**
 * How many slices may have been forgotten: one lasts a second, is full, or ends with a verdict. Of all but the newest, the one with the fewest samples is
 * forgotten first: none of them had more than any that is kept.
 */
function isForgotten({ commitment: { sums, counts, leaves }, tally }: CommittedSummary): boolean {
  if (foldedIn(leaves) === 0) return true
  const [folded = 0, ...kept] = counts
  const slices = sums[DURATION]! / 1000 + tally.elapsed / 1000 + folded / FULL + AT_ONCE
  return folded <= slices * Math.min(...kept.slice(0, -1))
}

export const room: readonly TraceRule[] = [
  {
    name: 'the samples have room in the slices',
    holds: ({ commitment: { sums, leaves } }) => fits({ from: 0, to: leaves, sums }, leaves),
  },
  {
    name: 'no slice has more than it holds',
    holds: ({ commitment: { counts, leaves } }) => counts.every((count, i) => i < foldedIn(leaves) || count <= MOST_SAMPLES),
  },
  { name: 'what was forgotten was less than what is kept', holds: isForgotten },
]
