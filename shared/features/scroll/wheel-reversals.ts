import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the notches that turn back. Readers go back now and then. */
export const wheelReversals = {
  id: 'input.wheel-reversals',
  hears: ['wheeling'],
  needs: { wheels: 8 },
  range: [0, 1],
  statistic: mean(8),
  measure: ({ notch, reverses }) => (notch ? reverses : Number.NaN),
} as const satisfies Feature<'wheeling'>
