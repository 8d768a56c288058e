import { isCentred } from '../gestures/is-centred.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the taps that land within 1 px of the exact centre of what they hit. Fingers land millimetres beside what they aim
 * at: of those that spread by 1.5 mm (9 px) to all sides, fewer than one in a hundred. What a swipe that scrolls begins on does not count.
 */
export const touchCentred = {
  id: 'input.touch-centred',
  hears: ['tap'],
  needs: { presses: 3, releases: 3 },
  range: [0, 1],
  statistic: mean(3),
  measure: ({ offset }) => isCentred(offset, 24),
} as const satisfies Feature<'tap'>
