import { MAX_SLICE_BYTES, MAX_SLICES } from '../../../../shared/trace/slice.js'
import { traceKinds } from '../../../../shared/trace/trace-kinds.js'
import type { TraceSums } from '../../../../shared/trace/trace-sums.js'
import { countOf } from '../../../../shared/trace/follows.js'
import type { TraceRule } from './trace-rule.js'

/** No sample takes less than two bytes. */
const MOST_SAMPLES = Math.floor(MAX_SLICE_BYTES / 2)

/** Some neighbouring leaves of a tree, and what they are said to sum up to. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly sums: TraceSums
}

/** The first of as many leaves as there may be holds what came before them, however much that was. */
const isFolded = (leaves: number): boolean => leaves === MAX_SLICES

/** How many leaves cannot be shown: they stand for others that were forgotten. */
export const foldedIn = (leaves: number): number => (isFolded(leaves) ? 1 : 0)

/** Whether so many samples fit into so many slices. No slice is empty. */
export function fits({ from, to, sums }: Span, leaves: number): boolean {
  const samples = countOf(sums, traceKinds)
  const isBounded = from >= foldedIn(leaves)
  return samples >= to - from && (!isBounded || samples <= (to - from) * MOST_SAMPLES)
}

export const room: readonly TraceRule[] = [
  {
    name: 'the samples have room in the slices',
    holds: ({ commitment: { sums, leaves } }) => fits({ from: 0, to: leaves, sums }, leaves),
  },
]
