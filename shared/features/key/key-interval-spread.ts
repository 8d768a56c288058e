import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** A longer rest is thinking or looking, not rhythm. */
const REST: Ms = 1500

/** Standard deviation of the time between key presses, rests left out, in ms. Hands: 50 and more; programs with noise: 10 to 35. */
export const keyIntervalSpread = {
  id: 'input.key-interval-spread',
  hears: ['key'],
  needs: { keys: 9 },
  range: [0, REST],
  statistic: deviation(8),
  measure: ({ interval }) => (interval >= 0 && interval <= REST ? interval : Number.NaN),
} as const satisfies Feature<'key'>
