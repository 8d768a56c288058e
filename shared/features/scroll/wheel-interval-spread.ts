import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

const BURST: Ms = 500

/** Standard deviation of ln(time between notches of one burst), which has no unit. Fixed delays: near 0. */
export const wheelIntervalSpread = {
  id: 'input.wheel-interval-spread',
  hears: ['wheeling'],
  needs: { wheels: 7 },
  range: [0, 5],
  statistic: deviation(6),
  measure: ({ interval }) => (interval > 0 && interval <= BURST ? Math.log(interval) : Number.NaN),
} as const satisfies Feature<'wheeling'>
