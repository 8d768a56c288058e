import type { Feature } from './feature.js'
import { followStrokes } from './follow-strokes.js'
import { startQuantiles } from './statistics/quantiles.js'

/**
 * Median over strokes of when speed was highest, as a share of the stroke's time. Aimed movements of a hand speed up faster than
 * they slow down: 0.25 to 0.45 (MacKenzie et al., Exp. Brain Res. 68, 1987). Eased programs sit at 0, 0.5 or 1.
 */
export const movementPeakPosition = {
  id: 'input.movement-peak-position',
  hears: ['move', 'down'],
  needs: { moves: 18 },
  range: [0, 1],
  start() {
    const positions = startQuantiles(2)
    let top = 0
    let at = 0
    return followStrokes(() => positions.at(0.5), {
      step(_dx, _dy, _dt, speed, stroke) {
        if (speed <= top) return
        top = speed
        at = stroke.duration
      },
      end({ duration }, counts) {
        if (counts) positions.add(at / duration)
        top = 0
      },
    })
  },
} as const satisfies Feature
