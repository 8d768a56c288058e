import type { Feature } from './feature.js'
import { followMouse } from './follow-mouse.js'
import { startEntropy } from './statistics/entropy.js'

const BINS = 16
const LEAST_TURNS = 40

/**
 * Entropy of the turns between neighbouring steps in 16 directions, straight on in the middle of one of them, as a share of its
 * maximum (Chu, Gianvecchio and Wang, Computer Networks 57(3), 2013, use movement angles for bots). Lines are near 0, noise near 1.
 */
export const movementTurnEntropy = {
  id: 'input.movement-turn-entropy',
  hears: ['move', 'down'],
  needs: { moves: LEAST_TURNS },
  range: [0, 1],
  start() {
    const turns = startEntropy(BINS, LEAST_TURNS)
    let last = Number.NaN
    return followMouse(
      turns.read,
      (dx, dy) => {
        const heading = Math.atan2(dy, dx)
        const turn = (heading - last) / (2 * Math.PI) + 0.5 / BINS
        turns.add((turn - Math.floor(turn)) * BINS)
        last = heading
      },
      () => {
        last = Number.NaN
      },
    )
  },
} as const satisfies Feature
