import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the upper-case letters typed on physical keys with neither Shift nor Caps Lock: what a keyboard cannot do, and what
 * automation does that sends characters as keys.
 */
export const keyShiftless = {
  id: 'input.key-shiftless',
  hears: ['key'],
  needs: { keys: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ upper, shift, capsLock }) => (upper ? !shift && !capsLock : Number.NaN),
} as const satisfies Feature<'key'>
