import type { Feature } from './feature.js'
import { followMouse } from './follow-mouse.js'
import { measured } from './measured.js'

const LEAST_PAIRS = 30

/**
 * Autocorrelation at lag 1 of the change of speed from step to step (Box and Jenkins' r₁ about 0). Smooth curves remember (towards
 * 1), jitter added by a random generator gives −0.5, a hand lies between.
 */
export const movementAccelerationMemory = {
  id: 'input.movement-acceleration-memory',
  hears: ['move', 'down'],
  needs: { moves: LEAST_PAIRS },
  range: [-1, 1],
  start() {
    let speed = Number.NaN
    let change = Number.NaN
    let products = 0
    let squares = 0
    let pairs = 0
    const mouse = followMouse(
      (_dx, _dy, dt, length) => {
        const now = length / dt
        const next = now - speed
        if (Number.isFinite(next * next + change * change)) {
          products += next * change
          squares += (next * next + change * change) / 2
          pairs++
        }
        speed = now
        change = next
      },
      () => {
        speed = change = Number.NaN
      },
    )
    return { push: mouse.push, read: () => measured(mouse.fine() && pairs >= LEAST_PAIRS, products / squares, this.range) }
  },
} as const satisfies Feature
