import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Mean over strokes of when speed peaks, as a share of their time. Aimed movements peak early, at 0.3 to 0.45 (MacKenzie et al.,
 * Quarterly J. Exp. Psych. 39A, 1987); minimum-jerk generators and smoothsteps at 0.5, eased-out ones at 0.
 */
export const movementPeakPosition = {
  id: 'input.movement-peak-position',
  hears: ['stroke'],
  needs: { moves: 25 },
  range: [0, 1],
  statistic: mean(3),
  measure: ({ speeds, peakAt }) => (peakAt + 0.5) / speeds.length,
} as const satisfies Feature<'stroke'>
