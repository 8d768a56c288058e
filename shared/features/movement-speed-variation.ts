import type { Feature } from './feature.js'
import { followStrokes } from './follow-strokes.js'
import { measured } from './measured.js'
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
    const mouse = followStrokes({
      step: (_dx, _dy, _dt, speed) => speeds.add(speed),
      end(_stroke, counts) {
        if (counts) variations.add(speeds.variation())
        speeds = startMoments()
      },
    })
    return { push: mouse.push, read: () => measured(mouse.fine() && variations.count() > 0, variations.at(0.5), this.range) }
  },
} as const satisfies Feature
