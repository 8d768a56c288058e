import { featureSums } from '../../../../shared/trace/trace-sums.js'
import { inTime } from '../identities/bounds.js'
import type { TraceRule } from './trace-rule.js'

/**
 * The hand moved for no longer than the page was there. Silences are left out: where a computer slept, one clock may have gone on and the other not.
 */
export const times: readonly TraceRule[] = [
  {
    name: 'the steps are in their time',
    holds: ({ commitment: { sums }, tally }) => (featureSums(Float64Array.from(sums))[0]?.[1] ?? 0) <= inTime(tally),
  },
]
