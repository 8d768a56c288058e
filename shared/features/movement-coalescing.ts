import type { Feature } from './feature.js'
import { followMouse } from './follow-mouse.js'
import { measured } from './measured.js'
import { startMoments } from './statistics/moments.js'

const LEAST_MOVES = 20
/** px/ms: at this pace a mouse reports more often than the screen is drawn. */
const FAST = 0.4

/**
 * Mean number of hardware samples in each fast move (Pointer Events Level 3, §10 `getCoalescedEvents`). 1 where events are made one
 * by one, 2 and more for most mice; also 1 for slow mice and remote desktops.
 */
export const movementCoalescing = {
  id: 'input.movement-coalescing',
  hears: ['move', 'down'],
  needs: { moves: LEAST_MOVES },
  range: [1, 100],
  start() {
    const samples = startMoments()
    let inMove = 0
    const mouse = followMouse((_dx, _dy, dt, length) => {
      if (inMove > 0 && length / dt >= FAST) samples.add(inMove)
    })
    return {
      push(event) {
        if (event.kind === 'move') inMove = event.samples
        mouse.push(event)
      },
      read: () => measured(mouse.fine() && samples.count() >= LEAST_MOVES, samples.mean(), this.range),
    }
  },
} as const satisfies Feature
