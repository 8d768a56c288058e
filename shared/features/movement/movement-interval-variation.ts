import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** Coefficient of variation of the time between moves (up to 45 ms). Timers of programs: near 0 or exponential (1). */
export const movementIntervalVariation = {
  id: 'input.movement-interval-variation',
  hears: ['step'],
  needs: { moves: 30 },
  range: [0, 10],
  statistic: deviation(30, true),
  measure: ({ dt }) => dt,
} as const satisfies Feature<'step'>
