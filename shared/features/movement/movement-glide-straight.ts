import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** rad, about 3°. */
const STRAIGHT = 0.05

/** Share of the glides that go on in the direction of the one before. */
export const movementGlideStraight = {
  id: 'input.movement-glide-straight',
  hears: ['glide'],
  needs: { moves: 10 },
  range: [0, 1],
  statistic: mean(8),
  measure: ({ before, turn }) => (before ? Math.abs(turn) < STRAIGHT : Number.NaN),
} as const satisfies Feature<'glide'>
