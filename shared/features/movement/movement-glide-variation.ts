import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/**
 * Coefficient of variation of speed over eighths of a second, all strokes together. Hands drift, aim and throw within one visit: 1 and
 * more through any recorder. A program keeps its pace.
 */
export const movementGlideVariation = {
  id: 'input.movement-glide-variation',
  hears: ['glide'],
  needs: { moves: 13 },
  range: [0, 10],
  statistic: deviation(12, true),
  measure: ({ speed }) => speed,
} as const satisfies Feature<'glide'>
