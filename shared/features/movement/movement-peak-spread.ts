import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** Standard deviation over strokes of when speed peaks, as a share of their time. One easing function for all: near 0. */
export const movementPeakSpread = {
  id: 'input.movement-peak-spread',
  hears: ['stroke'],
  needs: { moves: 41 },
  range: [0, 1],
  statistic: deviation(5),
  measure: ({ speeds, peakAt }) => (peakAt + 0.5) / speeds.length,
} as const satisfies Feature<'stroke'>
