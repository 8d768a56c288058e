import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** A longer rest is thinking or looking, not rhythm. */
const REST: Ms = 1500

/**
 * Standard deviation of ln(time between key presses), which has no unit and is near normal for hands: 0.3 to 0.8. Uniform noise about
 * a fixed delay stays below 0.3. `input.key-interval-spread` is that of the time itself, in ms.
 */
export const keyIntervalLogSpread = {
  id: 'input.key-interval-log-spread',
  hears: ['key'],
  needs: { keys: 11 },
  range: [0, 5],
  statistic: deviation(10),
  measure: ({ interval }) => (interval >= 10 && interval <= REST ? Math.log(interval) : Number.NaN),
} as const satisfies Feature<'key'>
