import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the paths that have the shape of one of the last 24, wherever they lie: within 1.5 px at 16 places. Replays and fixed
 * curves.
 */
export const movementRepetition = {
  id: 'input.movement-repetition',
  hears: ['path'],
  needs: { moves: 18 },
  range: [0, 1],
  statistic: mean(2),
  measure: ({ repeats }) => repeats,
} as const satisfies Feature<'path'>
