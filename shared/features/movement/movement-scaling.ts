import type { Feature } from '../reading/feature.js'
import { correlation } from '../statistics/correlation.js'

/**
 * Correlation over paths of log distance and log time. Hands take longer for longer ways, with spread (Fitts, 1954): 0.3 to 0.9. A
 * fixed number of steps: 0; a fixed speed: 1.
 */
export const movementScaling = {
  id: 'input.movement-scaling',
  hears: ['path'],
  needs: { moves: 41 },
  range: [-1, 1],
  statistic: correlation(5),
  measure: ({ chord, duration }) => [Math.log2(chord), Math.log2(duration)],
} as const satisfies Feature<'path'>
