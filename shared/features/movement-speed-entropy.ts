import type { Feature } from './feature.js'
import { followMouse } from './follow-mouse.js'
import { startEntropy } from './statistics/entropy.js'

const BINS = 12
const LEAST_STEPS = 40
/** px/ms: where the bins start; two of them for each doubling of speed. */
const SLOWEST = 0.06

/** Entropy of step speed in 12 bins of equal ratio (0.06 to 3.8 px/ms), as a share of its maximum. Even movement is near 0. */
export const movementSpeedEntropy = {
  id: 'input.movement-speed-entropy',
  hears: ['move', 'down'],
  needs: { moves: LEAST_STEPS },
  range: [0, 1],
  start() {
    const speeds = startEntropy(BINS, LEAST_STEPS)
    return followMouse(speeds.read, (_dx, _dy, dt, length) => speeds.add(2 * Math.log2(length / dt / SLOWEST)))
  },
} as const satisfies Feature
