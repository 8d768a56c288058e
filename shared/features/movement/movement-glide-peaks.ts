import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the glides at which a peak of speed is over: a hand brakes from each throw before the next. Even movement has no peaks. */
export const movementGlidePeaks = {
  id: 'input.movement-glide-peaks',
  hears: ['glide'],
  needs: { moves: 13 },
  range: [0, 1],
  statistic: mean(12),
  measure: ({ peak }) => peak,
} as const satisfies Feature<'glide'>
