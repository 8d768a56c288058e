import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { followKeys } from './follow-keys.js'
import { startMoments } from './statistics/moments.js'

const LEAST = 8
/** What is held longer is not one typed character. */
const LONGEST: Ms = 500

/** Standard deviation of how long keys were held, in ms. Hands spread 10 to 50; a fixed or missing delay is near 0. */
export const keyDwellSpread = {
  id: 'input.key-dwell-spread',
  hears: ['key-down', 'key-up'],
  needs: { keys: LEAST },
  range: [0, LONGEST],
  start() {
    const dwells = startMoments(LEAST)
    const push = followKeys({
      release(held) {
        if (held <= LONGEST) dwells.add(held)
      },
    })
    return { push, read: dwells.deviation }
  },
} as const satisfies Feature
