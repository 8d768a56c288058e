import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median time between moves of the mouse, in ms: 7 to 17 on most screens, 100 through a slow remote desktop. Quality, not behaviour.
 */
export const sampling = {
  id: 'input.sampling',
  hears: ['interval'],
  needs: { moves: 20 },
  range: [0, 250],
  statistic: quantile(0.5, 19),
  measure: ({ dt, moves }) => (moves ? dt : Number.NaN),
} as const satisfies Feature<'interval'>
