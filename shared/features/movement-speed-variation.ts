import type { Feature } from './feature.js'
import { followStrokes } from './follow-strokes.js'
import { startMoments } from './statistics/moments.js'
import { startQuantiles } from './statistics/quantiles.js'

/**
 * Median over strokes of the coefficient of variation of speed. A hand accelerates and brakes (the bell-shaped profile of Flash and
 * Hogan, J. Neurosci. 5(7), 1985): 0.35 and more. A program that moves in even steps stays near 0.
 */
export const movementSpeedVariation = {
  id: 'input.movement-speed-variation',
  hears: ['move', 'down'],
  needs: { moves: 9 },
  range: [0, 10],
  start() {
    const variations = startQuantiles()
    let speeds = startMoments()
    return followStrokes(() => variations.at(0.5), {
      step: (_dx, _dy, _dt, speed) => speeds.add(speed),
      end(_stroke, counts) {
        if (counts) variations.add(speeds.variation())
        speeds = startMoments()
      },
    })
  },
} as const satisfies Feature
