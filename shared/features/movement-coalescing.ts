import type { Feature } from './feature.js'
import { followMouse } from './follow-mouse.js'
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
    const counts = startMoments(LEAST_MOVES)
    let samples = 0
    const mouse = followMouse(counts.mean, (_dx, _dy, dt, length) => {
      if (samples > 0 && length / dt >= FAST) counts.add(samples)
    })
    return {
      push(event) {
        if (event.kind === 'move') samples = event.samples
        mouse.push(event)
      },
      read: mouse.read,
    }
  },
} as const satisfies Feature
