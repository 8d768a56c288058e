import { MAX_SLICE_BYTES, MAX_SLICES } from '../../../../shared/trace/slice.js'
import { DURATION, samplesIn, type TraceSums } from '../../../../shared/trace/trace-sums.js'
import { MOST_SAMPLE_BYTES } from '../../../../shared/trace/write-slice.js'
import { inTime } from '../identities/bounds.js'
import type { CommittedSummary, TraceRule } from './trace-rule.js'

/** No sample takes less than two bytes, and no step less than three. */
const MOST_SAMPLES = Math.floor(MAX_SLICE_BYTES / 2)
const MOST_STEPS = Math.floor(MAX_SLICE_BYTES / 3)
/** A full slice has so many at least: what it begins with, and a sample after a long silence, take the room of two. */
const FULL = Math.floor(MAX_SLICE_BYTES / MOST_SAMPLE_BYTES) - 2

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
 * How many slices there may have been: one lasts a second, or less where places are no longer whole; is full; or ends with a verdict. A silence ends one, however
 * long it is. Of all but the newest, the one with the fewest steps is forgotten first: none of them had more than any that is kept.
 */
function forgotThePoorest({ commitment: { sums, counts, leaves }, tally }: CommittedSummary): boolean {
  if (foldedIn(leaves) === 0) return true
  const [folded = 0, ...kept] = counts
  const seconds = Math.min(sums[DURATION]!, inTime(tally)) / 1000
  const slices = 2 * seconds + samplesIn(sums) / FULL + AT_ONCE
  return folded <= slices * Math.min(...kept.slice(0, -1))
}

export const room: readonly TraceRule[] = [
  {
    name: 'the samples have room in the slices',
    holds: ({ commitment: { sums, leaves } }) => fits({ from: 0, to: leaves, sums }, leaves),
  },
  {
    name: 'no slice has more steps than it holds',
    holds: ({ commitment: { counts, leaves } }) => counts.every((count, i) => i < foldedIn(leaves) || count <= MOST_STEPS),
  },
  { name: 'what was forgotten was less than what is kept', holds: forgotThePoorest },
]
