import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median over paths of the area between path and chord, as a share of chord²: the mean signed deviation from the straight line
 * (shoelace formula). 0 is a line or one that swings to both sides alike; a one-sided arc has 0.05 and more.
 */
export const movementBow = {
  id: 'input.movement-bow',
  hears: ['path'],
  needs: { moves: 9 },
  range: [0, 10],
  statistic: quantile(0.5),
  measure: ({ points: { n, x, y }, chord }) => {
    let area = 0
    for (let i = 1; i < n; i++) area += x[i - 1]! * y[i]! - y[i - 1]! * x[i]!
    return Math.abs(area / 2) / chord ** 2
  },
} as const satisfies Feature<'path'>
