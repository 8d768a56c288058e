import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/** First quartile of how much speed changes from glide to glide, as |ln| of the ratio: even where a hand hardly changes it, it does. */
export const movementGlideChange = {
  id: 'input.movement-glide-change',
  hears: ['glide'],
  needs: { moves: 10 },
  range: [0, 10],
  statistic: quantile(0.25, 8),
  measure: ({ speed, before }) => Math.abs(Math.log(speed / before)),
} as const satisfies Feature<'glide'>
