import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** Median length of the last step before a press, in px. Hands brake: 1 to 4. Programs arrive with a full stride, or in one jump. */
export const pressLanding = {
  id: 'input.press-landing',
  hears: ['press'],
  needs: { moves: 2, presses: 2 },
  range: [0, 10_000],
  statistic: quantile(0.5, 2),
  measure: ({ landing }) => landing,
} as const satisfies Feature<'press'>
