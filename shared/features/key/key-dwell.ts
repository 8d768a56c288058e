import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** Median time for which a key was held, in ms (the dwell of keystroke dynamics: Monrose and Rubin, 1997). People: 60 to 180. */
export const keyDwell = {
  id: 'input.key-dwell',
  hears: ['key-hold'],
  needs: { keys: 5 },
  range: [0, 60_000],
  statistic: quantile(0.5, 5),
  measure: ({ held }) => held,
} as const satisfies Feature<'key-hold'>
