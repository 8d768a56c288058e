import type { Feature } from './feature.js'
import { followKeys } from './follow-keys.js'
import { measured } from './measured.js'
import { startQuantiles } from './statistics/quantiles.js'

const LEAST = 5

/** Median time for which a key was held, in ms (the dwell of keystroke dynamics: Monrose and Rubin, 1997). People: 60 to 180. */
export const keyDwell = {
  id: 'input.key-dwell',
  hears: ['key-down', 'key-up'],
  needs: { keys: LEAST },
  range: [0, 60_000],
  start() {
    const dwells = startQuantiles()
    return { push: followKeys({ release: dwells.add }), read: () => measured(dwells.count() >= LEAST, dwells.at(0.5), this.range) }
  },
} as const satisfies Feature
