import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** Median over strokes of the total turn, to either side, in rad. Lines: 0; single curves of generators: 0.3 to 2. */
export const movementCurvature = {
  id: 'input.movement-curvature',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 200],
  statistic: quantile(),
  measure: ({ smoothed: { n, x, y } }) => {
    let turned = 0
    for (let i = 2; i < n; i++) {
      const [ax, ay, bx, by] = [x[i - 1]! - x[i - 2]!, y[i - 1]! - y[i - 2]!, x[i]! - x[i - 1]!, y[i]! - y[i - 1]!]
      turned += Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by))
    }
    return turned
  },
} as const satisfies Feature<'stroke'>
