import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { followDwells } from './follow-dwells.js'
import { startMoments } from './statistics/moments.js'

const LEAST = 4
/** What is held longer is a drag, not a click. */
const LONGEST: Ms = 500

/** Standard deviation of how long clicks of the mouse were held, in ms (drags left out). A fixed or missing delay is near 0. */
export const pressDwellSpread = {
  id: 'input.press-dwell-spread',
  hears: ['down', 'up'],
  needs: { presses: LEAST, releases: LEAST },
  range: [0, LONGEST],
  start() {
    const dwells = startMoments(LEAST)
    const push = followDwells((held) => {
      if (held <= LONGEST) dwells.add(held)
    })
    return { push, read: dwells.deviation }
  },
} as const satisfies Feature
