import { forDeviations } from '../gestures/for-deviations.js'
import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** Median over paths of the largest distance from the straight line between their ends, as a share of it. Hands: 0.02 to 0.25. */
export const movementLateralDeviation = {
  id: 'input.movement-lateral-deviation',
  hears: ['path'],
  needs: { moves: 9 },
  range: [0, 10],
  statistic: quantile(),
  measure: (stroke) => {
    let most = 0
    forDeviations(stroke.points, stroke.chord, (deviation) => {
      most = Math.max(most, Math.abs(deviation))
    })
    return most / stroke.chord
  },
} as const satisfies Feature<'path'>
