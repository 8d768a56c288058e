import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** Standard deviation of ln(time between actions), which has no unit. Scripts with fixed waits: near 0. */
export const actionGapSpread = {
  id: 'input.action-gap-spread',
  hears: ['action'],
  needs: {},
  range: [0, 5],
  statistic: deviation(5),
  measure: ({ gap }) => (gap > 0 ? Math.log(gap) : Number.NaN),
} as const satisfies Feature<'action'>
