import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Mean over strokes of the log dimensionless jerk ln(T³ ⁄ v² ∫ (d²v⁄dt²)² dt), v the largest speed (Balasubramanian, Melendez-Calderon
 * and Burdet, IEEE Trans. Biomed. Eng. 59(8), 2012; the sign left out). A minimum-jerk movement: 5.3; the more it stutters, the more.
 */
export const movementJerk = {
  id: 'input.movement-jerk',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 40],
  statistic: mean(),
  measure: ({ speeds, duration, spacing, peak }) => {
    let squares = 0
    for (let i = 2; i < speeds.length; i++) squares += (speeds[i]! - 2 * speeds[i - 1]! + speeds[i - 2]!) ** 2
    return Math.log((duration ** 3 * squares) / (spacing ** 3 * peak ** 2))
  },
} as const satisfies Feature<'stroke'>
