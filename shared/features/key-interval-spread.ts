import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { followKeys } from './follow-keys.js'
import { startMoments } from './statistics/moments.js'

const LEAST = 8
/** A longer rest is thinking or looking, not rhythm. */
const REST: Ms = 1500

/** Standard deviation of the time between key presses, rests left out, in ms. Hands: 50 and more; programs with noise: 10 to 35. */
export const keyIntervalSpread = {
  id: 'input.key-interval-spread',
  hears: ['key-down', 'key-up'],
  needs: { keys: LEAST + 1 },
  range: [0, REST],
  start() {
    const intervals = startMoments(LEAST)
    const push = followKeys({
      press(interval) {
        if (interval >= 0 && interval <= REST) intervals.add(interval)
      },
    })
    return { push, read: intervals.deviation }
  },
} as const satisfies Feature
