import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median over paths of chord / path length: 1 is a straight line; hands make 0.75 to 0.95 (inverse of the "path length to shortest
 * path" of MacKenzie, Kauppinen and Silfverberg, CHI 2001). Closed curves have no chord and do not count.
 */
export const movementPathEfficiency = {
  id: 'input.movement-path-efficiency',
  hears: ['path'],
  needs: { moves: 9 },
  range: [0, 1],
  statistic: quantile(0.5, 1, (detour) => 1 / (1 + detour)),
  measure: ({ chord, length }) => length / chord - 1,
} as const satisfies Feature<'path'>
