import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

const NEAR = 0.15

/**
 * Median over paths of the share of time spent within the last 15 % of the distance. Hands home in: 0.3 and more. Even pace: 0.15.
 */
export const movementApproach = {
  id: 'input.movement-approach',
  hears: ['path'],
  needs: { moves: 9 },
  range: [0, 1],
  statistic: quantile(),
  measure: ({ resampled: { n, x, y }, chord }) => {
    let i = n - 1
    while (i > 0 && Math.hypot(x[n - 1]! - x[i]!, y[n - 1]! - y[i]!) <= NEAR * chord) i--
    return (n - 1 - i) / (n - 1)
  },
} as const satisfies Feature<'path'>
