import type { Feature } from '../reading/feature.js'
import { counts } from '../statistics/counts.js'

/** Number of strokes of the mouse that were fine enough for kinematics: how much of it there is to judge by. Says nothing by itself. */
export const strokes = {
  id: 'input.strokes',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 100_000],
  statistic: counts(1, ([n]) => n! || Number.NaN),
  measure: () => 0,
} as const satisfies Feature<'stroke'>
