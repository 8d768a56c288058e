import type { Feature } from '../reading/feature.js'
import { entropy } from '../statistics/entropy.js'

const BINS = 16

/**
 * Entropy of the turns between neighbouring steps in 16 directions, straight on in the middle of one of them, as a share of its
 * maximum (Chu, Gianvecchio and Wang, Computer Networks 57(3), 2013, use movement angles for bots). Lines are near 0, noise near 1.
 */
export const movementTurnEntropy = {
  id: 'input.movement-turn-entropy',
  hears: ['step'],
  needs: { moves: 40 },
  range: [0, 1],
  statistic: entropy(BINS, 40),
  measure: ({ turn }) => ((turn / (2 * Math.PI) + 0.5 + 0.5 / BINS) % 1) * BINS,
} as const satisfies Feature<'step'>
