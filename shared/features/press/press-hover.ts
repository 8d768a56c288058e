import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** Median time from the last mouse move to the press, in ms. A hand stops before it presses, mostly for 40 to 400 ms. */
export const pressHover = {
  id: 'input.press-hover',
  hears: ['press'],
  needs: { moves: 2, presses: 2 },
  range: [0, 60_000],
  statistic: quantile(0.5, 2),
  measure: ({ hover }) => hover,
} as const satisfies Feature<'press'>
