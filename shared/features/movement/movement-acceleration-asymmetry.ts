import type { Feature } from '../reading/feature.js'
import { ratio } from '../statistics/ratio.js'

/**
 * Share of the time in which speed changes that it grows. Hands brake longer than they accelerate: below 0.5. Symmetric profiles: 0.5.
 */
export const movementAccelerationAsymmetry = {
  id: 'input.movement-acceleration-asymmetry',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 1],
  statistic: ratio(8),
  measure: ({ speeds }) => {
    let [gains, changes] = [0, 0]
    for (let i = 1; i < speeds.length; i++) {
      if (speeds[i] !== speeds[i - 1]) changes++
      if (speeds[i]! > speeds[i - 1]!) gains++
    }
    return [gains, changes]
  },
} as const satisfies Feature<'stroke'>
