import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** Standard deviation of ln(time for which the mouse rests, 150 ms to 10 s), which has no unit. Fixed delays: near 0. */
export const movementPauseSpread = {
  id: 'input.movement-pause-spread',
  hears: ['pause'],
  needs: { moves: 7 },
  range: [0, 5],
  statistic: deviation(6),
  measure: ({ duration }) => Math.log(duration),
} as const satisfies Feature<'pause'>
