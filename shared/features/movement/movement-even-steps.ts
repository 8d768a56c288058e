import type { Px } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Shorter steps are alike for anyone: there are few lengths between 1 and 5 pixels. */
const LONG: Px = 6
/** What rounding to whole pixels can change. */
const ALIKE: Px = 1

/** Share of the steps of at least 6 px that are as long as the step before them. Interpolating programs make most of them so. */
export const movementEvenSteps = {
  id: 'input.movement-even-steps',
  hears: ['step'],
  needs: { moves: 20 },
  range: [0, 1],
  statistic: mean(20),
  measure: ({ length, before }) => (length >= LONG && before > 0 ? Math.abs(length - before) <= ALIKE : Number.NaN),
} as const satisfies Feature<'step'>
