import type { Px } from '../../units.js'
import { forDeviations } from '../gestures/for-deviations.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

const ROUNDING: Px = 1

/** Share of the paths that never leave the straight line between their ends by more than rounding to whole pixels does. */
export const movementStraightShare = {
  id: 'input.movement-straight-share',
  hears: ['path'],
  needs: { moves: 9 },
  range: [0, 1],
  statistic: mean(3),
  measure: (stroke) => {
    let straight = true
    forDeviations(stroke.points, stroke.chord, (deviation) => {
      if (Math.abs(deviation) > ROUNDING) straight = false
    })
    return straight
  },
} as const satisfies Feature<'path'>
