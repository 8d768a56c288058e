import type { Feature } from '../reading/feature.js'
import { entropy } from '../statistics/entropy.js'

/** px/ms: where the bins start; two of them for each doubling of speed. */
const SLOWEST = 0.06

/** Entropy of step speed in 12 bins of equal ratio (0.06 to 3.8 px/ms), as a share of its maximum. Even movement is near 0. */
export const movementSpeedEntropy = {
  id: 'input.movement-speed-entropy',
  hears: ['step'],
  needs: { moves: 40 },
  range: [0, 1],
  statistic: entropy(12, 40),
  measure: ({ speed }) => 2 * Math.log2(speed / SLOWEST),
} as const satisfies Feature<'step'>
