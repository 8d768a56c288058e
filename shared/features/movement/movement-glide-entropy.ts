import type { Feature } from '../reading/feature.js'
import { entropy } from '../statistics/entropy.js'

/** px/ms: where the bins start; two of them for each doubling of speed. */
const SLOWEST = 0.01

/** Entropy of the speed of glides in 20 bins of equal ratio (0.01 to 10 px/ms), as a share of its maximum. */
export const movementGlideEntropy = {
  id: 'input.movement-glide-entropy',
  hears: ['glide'],
  needs: { moves: 13 },
  range: [0, 1],
  statistic: entropy(20, 12),
  measure: ({ speed }) => 2 * Math.log2(speed / SLOWEST),
} as const satisfies Feature<'glide'>
