import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the notches whose `deltaY` stands in another ratio to the legacy delta than that of the notch before. One wheel on one
 * system has one ratio; injected events carry any `deltaY` beside a legacy ±120.
 */
export const wheelInconsistent = {
  id: 'input.wheel-inconsistent',
  hears: ['wheeling'],
  needs: { wheels: 3 },
  range: [0, 1],
  statistic: mean(2),
  measure: ({ ratioShift }) => (ratioShift >= 0 ? ratioShift > 0.01 : Number.NaN),
} as const satisfies Feature<'wheeling'>
