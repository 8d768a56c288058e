import { matchesIn } from '../gestures/matches-in.js'
import type { Feature } from '../reading/feature.js'
import { ratio } from '../statistics/ratio.js'

/**
 * Sample entropy of speed (Richman and Moorman, Am. J. Physiol. 278, 2000; m = 2, r = 0.2 deviations, matches added up over strokes):
 * how little the next value follows from the two before. Generated profiles: near 0.
 */
export const movementSampleEntropy = {
  id: 'input.movement-sample-entropy',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 10],
  statistic: ratio(20, (matches) => -Math.log(matches)),
  measure: ({ speeds }) => matchesIn(speeds),
} as const satisfies Feature<'stroke'>
