import type { Feature } from '../reading/feature.js'
import { entropy } from '../statistics/entropy.js'

/** Entropy of the length of steps in 32 bins of 1 px, as a share of its maximum. Programs that move by a fixed stride: near 0. */
export const movementStepEntropy = {
  id: 'input.movement-step-entropy',
  hears: ['step'],
  needs: { moves: 40 },
  range: [0, 1],
  statistic: entropy(32, 40),
  measure: ({ length }) => length - 0.5,
} as const satisfies Feature<'step'>
