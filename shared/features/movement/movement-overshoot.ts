import type { Px } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

const BEYOND: Px = 3

/** Share of the paths that go more than 3 px beyond their end before they come back to it. Hands: 0.1 to 0.3. */
export const movementOvershoot = {
  id: 'input.movement-overshoot',
  hears: ['path'],
  needs: { moves: 25 },
  range: [0, 1],
  statistic: mean(3),
  measure: ({ points: { n, x, y }, chord }) => {
    let furthest = 0
    for (let i = 0; i < n; i++) furthest = Math.max(furthest, (x[i]! * x[n - 1]! + y[i]! * y[n - 1]!) / chord)
    return furthest - chord > BEYOND
  },
} as const satisfies Feature<'path'>
