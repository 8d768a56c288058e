import { countOf } from '../../../../shared/trace/follows.js'
import { MAX_LATE } from '../../../../shared/trace/slice.js'
import { featureSums, type TraceSums } from '../../../../shared/trace/trace-sums.js'
import type { TraceRule } from './trace-rule.js'

/** Sums of whole numbers are exact; what is divided is not. */
const TOLERANCE = 1e-6

const total = (sums: Float64Array): number => sums.reduce((all, sum) => all + sum, 0)

/**
 * Whether the sums of the features may be of so many steps. Holds for those of one slice and of many alike, for whatever is true of two is true of both
 * together.
 */
export function areOfSteps(sums: TraceSums): boolean {
  const steps = countOf(sums, ['step'])
  const [times, even, turns] = featureSums(Float64Array.from(sums)) as readonly [Float64Array, Float64Array, Float64Array]
  const [n = 0, time = 0, squares = 0] = times
  const [long = 0, alike = 0] = even
  const areTimes = n === steps && time <= MAX_LATE * n && squares <= MAX_LATE * time && squares * n >= time * time * (1 - TOLERANCE)
  return areTimes && long <= steps && alike <= long && total(turns) <= steps
}

export const steps: readonly TraceRule[] = [
  { name: 'the sums are those of so many steps', holds: ({ commitment: { sums } }) => areOfSteps(sums) },
]
