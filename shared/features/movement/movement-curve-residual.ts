import { cubicResidual } from '../gestures/cubic-residual.js'
import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median over paths of the root mean square distance from the cubic Bézier curve that fits best (least squares on the length of the
 * way, Schneider, Graphics Gems, 1990), as a share of the chord. Generated curves: below 0.005.
 */
export const movementCurveResidual = {
  id: 'input.movement-curve-residual',
  hears: ['path'],
  needs: { moves: 9 },
  range: [0, 10],
  statistic: quantile(),
  measure: (stroke) => cubicResidual(stroke) / stroke.chord,
} as const satisfies Feature<'path'>
