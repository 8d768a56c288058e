import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the presses after which the page still had no focus. A press gives it; what a debugging protocol sends to a window in the
 * background does not.
 */
export const pressUnfocused = {
  id: 'input.press-unfocused',
  hears: ['release'],
  needs: { presses: 1, releases: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ focused }) => !focused,
} as const satisfies Feature<'release'>
