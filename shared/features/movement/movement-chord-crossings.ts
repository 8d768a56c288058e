import type { Px } from '../../units.js'
import { forDeviations } from '../gestures/for-deviations.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

const CLEAR: Px = 1

/**
 * How often a path crosses the straight line between its ends, on average ("task axis crossing" of MacKenzie, Kauppinen and
 * Silfverberg, CHI 2001; what stays within 1 px of it has not crossed). Lines and single curves: 0.
 */
export const movementChordCrossings = {
  id: 'input.movement-chord-crossings',
  hears: ['path'],
  needs: { moves: 9 },
  range: [0, 50],
  statistic: mean(3),
  measure: (stroke) => {
    let crossings = 0
    let side = 0
    forDeviations(stroke.points, stroke.chord, (deviation) => {
      if (Math.abs(deviation) < CLEAR) return
      if (deviation * side < 0) crossings++
      side = deviation
    })
    return crossings
  },
} as const satisfies Feature<'path'>
