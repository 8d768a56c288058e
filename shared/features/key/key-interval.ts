import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** Median time from one key press to the next, in ms. People: 80 to 500 (Dhakal et al., CHI 2018: mean 239, SD 112). */
export const keyInterval = {
  id: 'input.key-interval',
  hears: ['key'],
  needs: { keys: 8 },
  range: [0, 120_000],
  statistic: quantile(0.5, 7),
  measure: ({ interval }) => interval,
} as const satisfies Feature<'key'>
