import type { Feature } from './feature.js'
import { mean } from './statistics/mean.js'

/** Time from the start of the page to the first press, key or turn of the wheel, in ms. People look first: 500 and more. */
export const firstInput = {
  id: 'input.first-input',
  hears: ['action'],
  needs: {},
  range: [0, 3_600_000],
  statistic: mean(),
  measure: ({ t, first }) => (first ? t : Number.NaN),
} as const satisfies Feature<'action'>
