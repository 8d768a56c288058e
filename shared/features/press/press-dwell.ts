import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** Median time for which a press of mouse or pen lasted, in ms. People hold 50 to 300 ms; most programs below 6. */
export const pressDwell = {
  id: 'input.press-dwell',
  hears: ['release'],
  needs: { presses: 1, releases: 1 },
  range: [0, 60_000],
  statistic: quantile(),
  measure: ({ held }) => held,
} as const satisfies Feature<'release'>
