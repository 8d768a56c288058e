import type { Feature } from './feature.js'
import { followKeys } from './follow-keys.js'
import { startQuantiles } from './statistics/quantiles.js'

const LEAST = 5

/** Median time for which a key was held, in ms (the dwell of keystroke dynamics: Monrose and Rubin, 1997). People: 60 to 180. */
export const keyDwell = {
  id: 'input.key-dwell',
  hears: ['key-down', 'key-up'],
  needs: { keys: LEAST },
  range: [0, 60_000],
  start() {
    const dwells = startQuantiles(LEAST)
    return { push: followKeys({ release: dwells.add }), read: () => dwells.at(0.5) }
  },
} as const satisfies Feature
