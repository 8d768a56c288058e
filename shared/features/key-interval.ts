import type { Feature } from './feature.js'
import { followKeys } from './follow-keys.js'
import { startQuantiles } from './statistics/quantiles.js'

const LEAST = 7

/** Median time from one key press to the next, in ms. People: 80 to 500 (Dhakal et al., CHI 2018: mean 239, SD 112). */
export const keyInterval = {
  id: 'input.key-interval',
  hears: ['key-down', 'key-up'],
  needs: { keys: LEAST + 1 },
  range: [0, 120_000],
  start() {
    const intervals = startQuantiles(LEAST)
    return { push: followKeys({ press: intervals.add }), read: () => intervals.at(0.5) }
  },
} as const satisfies Feature
