import type { Feature } from './feature.js'
import { followStrokes, LEAST_WAY } from './follow-strokes.js'
import { startQuantiles } from './statistics/quantiles.js'

/**
 * Median over strokes of the area between path and chord, as a share of chord²: the mean signed deviation from the straight line
 * (shoelace formula). 0 is a line or one that swings to both sides alike; a one-sided arc has 0.05 and more.
 */
export const movementBow = {
  id: 'input.movement-bow',
  hears: ['move', 'down'],
  needs: { moves: 9 },
  range: [0, 10],
  start() {
    const bows = startQuantiles()
    let x = 0
    let y = 0
    let area = 0
    return followStrokes(() => bows.at(0.5), {
      step(dx, dy) {
        area += (x * dy - y * dx) / 2
        x += dx
        y += dy
      },
      end({ chord }, counts) {
        if (counts && chord >= LEAST_WAY) bows.add(Math.abs(area) / chord ** 2)
        x = y = area = 0
      },
    })
  },
} as const satisfies Feature
