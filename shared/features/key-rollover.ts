import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { followKeys } from './follow-keys.js'
import { startShare } from './statistics/share.js'

const LEAST = 10
/** Only fast typing overlaps; hunting and pecking does not. */
const FAST: Ms = 150

/** Share of the fast key presses (within 150 ms of the one before) made while that key was still held (rollover: Dhakal et al., CHI 2018). */
export const keyRollover = {
  id: 'input.key-rollover',
  hears: ['key-down', 'key-up'],
  needs: { keys: LEAST + 1 },
  range: [0, 1],
  start() {
    const rollovers = startShare(LEAST)
    const push = followKeys({
      press(interval, rollover) {
        if (interval >= 0 && interval < FAST) rollovers.add(rollover)
      },
    })
    return { push, read: rollovers.read }
  },
} as const satisfies Feature
