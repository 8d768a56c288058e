import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median over strokes of the coefficient of variation of speed. A hand accelerates and brakes (the bell-shaped profile of Flash and
 * Hogan, J. Neurosci. 5(7), 1985): 0.35 and more. A program that moves in even steps stays near 0.
 */
export const movementSpeedVariation = {
  id: 'input.movement-speed-variation',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 10],
  statistic: quantile(0.5),
  measure: ({ speeds }) => {
    const mean = speeds.reduce((a, b) => a + b) / speeds.length
    return Math.sqrt(speeds.reduce((sum, speed) => sum + (speed - mean) ** 2, 0) / (speeds.length - 1)) / mean
  },
} as const satisfies Feature<'stroke'>
