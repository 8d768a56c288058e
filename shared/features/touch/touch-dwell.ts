import type { Px } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** What goes further is a swipe. */
const STILL: Px = 10

/** Median time for which a tap lasted, in ms. Fingers: 50 to 150. */
export const touchDwell = {
  id: 'input.touch-dwell',
  hears: ['tap'],
  needs: { presses: 1, releases: 1 },
  range: [0, 60_000],
  statistic: quantile(),
  measure: ({ held, drift }) => (drift <= STILL ? held : Number.NaN),
} as const satisfies Feature<'tap'>
