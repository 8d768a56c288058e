import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the turns of the wheel whose screen coordinates are the page's, where those of the pointer are not: gestures that a
 * debugging protocol synthesizes.
 */
export const wheelSynthesized = {
  id: 'input.wheel-synthesized',
  hears: ['wheeling'],
  needs: { moves: 1, wheels: 2 },
  range: [0, 1],
  statistic: mean(2),
  measure: ({ flush, offset }) => (offset ? flush : Number.NaN),
} as const satisfies Feature<'wheeling'>
