import type { Feature } from './feature.js'
import { quantile } from './statistics/quantile.js'

/** Median over swipes of the speed at which the finger leaves, over its fastest. */
export const touchBraking = {
  id: 'input.touch-braking',
  hears: ['tap'],
  needs: { moves: 6, presses: 1, releases: 1 },
  range: [0, 1],
  statistic: quantile(),
  measure: ({ braking }) => braking,
} as const satisfies Feature<'tap'>
