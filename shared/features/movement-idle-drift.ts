import type { Px } from '../units.js'
import type { Feature } from './feature.js'
import { mean } from './statistics/mean.js'

const SMALL: Px = 10

/** Share of the movements that are no longer than 10 px in all: what a hand does that rests on its mouse. */
export const movementIdleDrift = {
  id: 'input.movement-idle-drift',
  hears: ['run'],
  needs: { moves: 10 },
  range: [0, 1],
  statistic: mean(5),
  measure: ({ length }) => length <= SMALL,
} as const satisfies Feature<'run'>
