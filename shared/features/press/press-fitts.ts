import { difficultyOf } from '../gestures/difficulty-of.js'
import type { Feature } from '../reading/feature.js'
import { correlation } from '../statistics/correlation.js'

/** Correlation of index of difficulty and movement time. Hands: above 0.3. A time that does not depend on the target: 0. */
export const pressFitts = {
  id: 'input.press-fitts',
  hears: ['press'],
  needs: { moves: 2, presses: 6 },
  range: [-1, 1],
  statistic: correlation(6),
  measure: (press) => [difficultyOf(press), press.time],
} as const satisfies Feature<'press'>
