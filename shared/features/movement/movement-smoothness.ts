import { spectralArcLength } from '../gestures/spectral-arc-length.js'
import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median over strokes of the spectral arc length of speed (SPARC: Balasubramanian, Melendez-Calderon, Roby-Brami and Burdet, J.
 * NeuroEng. Rehabil. 12, 2015; the sign left out). One smooth movement: 1.4 to 1.6; each submovement adds.
 */
export const movementSmoothness = {
  id: 'input.movement-smoothness',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [1, 20],
  statistic: quantile(0.5, 1, (over) => 1 + over),
  measure: ({ speeds, spacing }) => spectralArcLength(speeds, spacing) - 1,
} as const satisfies Feature<'stroke'>
