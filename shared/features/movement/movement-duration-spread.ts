import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** Standard deviation over paths of ln(how long they last), which has no unit. Programs with a fixed number of steps: near 0. */
export const movementDurationSpread = {
  id: 'input.movement-duration-spread',
  hears: ['path'],
  needs: { moves: 41 },
  range: [0, 5],
  statistic: deviation(5),
  measure: ({ duration }) => Math.log(duration),
} as const satisfies Feature<'path'>
