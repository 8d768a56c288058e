import type { Feature } from './feature.js'
import { followMouse } from './follow-mouse.js'
import { measured } from './measured.js'
import { startMoments } from './statistics/moments.js'

const LEAST_STEPS = 20

/** Coefficient of variation of the time between neighbouring moves within a movement. Says as much about the sampling as about the hand. */
export const movementIntervalVariation = {
  id: 'input.movement-interval-variation',
  hears: ['move', 'down'],
  needs: { moves: LEAST_STEPS },
  range: [0, 5],
  start() {
    const intervals = startMoments()
    const mouse = followMouse((_dx, _dy, dt) => intervals.add(dt))
    return { push: mouse.push, read: () => measured(mouse.fine() && intervals.count() >= LEAST_STEPS, intervals.variation(), this.range) }
  },
} as const satisfies Feature
