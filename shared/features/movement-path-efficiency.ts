import type { Feature } from './feature.js'
import { followStrokes, LEAST_WAY } from './follow-strokes.js'
import { startQuantiles } from './statistics/quantiles.js'

/**
 * Median over strokes of chord / path length: 1 is a straight line; hands make 0.75 to 0.95 (inverse of the "path length to
 * shortest path" of MacKenzie, Kauppinen and Silfverberg, CHI 2001). Closed curves have no chord and do not count.
 */
export const movementPathEfficiency = {
  id: 'input.movement-path-efficiency',
  hears: ['move', 'down'],
  needs: { moves: 9 },
  range: [0, 1],
  start() {
    const detours = startQuantiles()
    return followStrokes(() => 1 / (1 + detours.at(0.5)), {
      step() {},
      end(stroke, counts) {
        if (counts && stroke.chord >= LEAST_WAY) detours.add(stroke.length / stroke.chord - 1)
      },
    })
  },
} as const satisfies Feature
