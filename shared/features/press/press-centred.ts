import { isCentred } from '../gestures/is-centred.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the presses by mouse or pen within 1 px of the exact centre of what they hit. A second press on the same spot does not count. */
export const pressCentred = {
  id: 'input.press-centred',
  hears: ['press'],
  needs: { presses: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ offset, distance }) => (distance !== 0 ? isCentred(offset, 12) : Number.NaN),
} as const satisfies Feature<'press'>
