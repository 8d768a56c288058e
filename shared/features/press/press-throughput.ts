import { difficultyOf } from '../gestures/difficulty-of.js'
import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median of index of difficulty over movement time, in bit/s (Fitts, 1954, in the form of MacKenzie, 1992; width is the smaller side
 * of what was hit). Hands: 2 to 7.
 */
export const pressThroughput = {
  id: 'input.press-throughput',
  hears: ['press'],
  needs: { moves: 2, presses: 3 },
  range: [0, 1000],
  statistic: quantile(0.5, 3),
  measure: (press) => (1000 * difficultyOf(press)) / press.time,
} as const satisfies Feature<'press'>
