import type { Px } from '../units.js'
import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

/** Nearer targets can be reached within a frame or two. */
const FAR: Px = 100
/** A hand needs some 10 frames for 100 px; one that moves twice did not travel. */
const TRAVEL = 3

/**
 * Share of the mouse presses far from the press before them for which the pointer did not travel: at most two moves between. The
 * first press has nothing to compare with: the page may have appeared under a resting pointer.
 */
export const pressTeleports = {
  id: 'input.press-teleports',
  hears: ['move', 'down'],
  needs: { presses: 2 },
  range: [0, 1],
  start() {
    const teleports = startShare()
    let x = Number.NaN
    let y = Number.NaN
    let moves = 0
    return {
      push(event) {
        if (event.kind !== 'move' && event.kind !== 'down') return
        if (event.pointer !== 'mouse') {
          // A touch or a pen takes the mouse's place; where the mouse comes back is up to the system.
          x = Number.NaN
        } else if (event.kind === 'move') moves++
        else {
          if (Math.hypot(event.x - x, event.y - y) > FAR) teleports.add(moves < TRAVEL)
          x = event.x
          y = event.y
          moves = 0
        }
      },
      read: teleports.read,
    }
  },
} as const satisfies Feature
