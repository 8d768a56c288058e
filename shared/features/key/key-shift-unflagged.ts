import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the presses of Shift that do not say that Shift is down. Keyboards say so in the press itself (UI Events, §5.6.2);
 * chromedriver sends it without.
 */
export const keyShiftUnflagged = {
  id: 'input.key-shift-unflagged',
  hears: ['key-down'],
  needs: { keys: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ shifts, shift, repeat }) => (shifts && !repeat ? !shift : Number.NaN),
} as const satisfies Feature<'key-down'>
