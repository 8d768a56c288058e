import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

/**
 * Share of the upper-case letters typed on physical keys with neither Shift nor Caps Lock: what a keyboard cannot do, and what
 * automation does that sends characters as keys.
 */
export const keyShiftless = {
  id: 'input.key-shiftless',
  hears: ['key-down'],
  needs: { keys: 1 },
  range: [0, 1],
  start() {
    const shiftless = startShare()
    return {
      push(event) {
        if (event.kind !== 'key-down' || !event.upper || !event.physical || event.composing) return
        shiftless.add(!event.shift && !event.capsLock)
      },
      read: shiftless.read,
    }
  },
} as const satisfies Feature
