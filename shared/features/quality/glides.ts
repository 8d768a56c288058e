import type { Feature } from '../reading/feature.js'
import { counts } from '../statistics/counts.js'

/** Eighths of a second in which the mouse moved on: how much of it there is to judge by, through any recorder. Says nothing by itself. */
export const glides = {
  id: 'input.glides',
  hears: ['glide'],
  needs: { moves: 2 },
  range: [0, 100_000],
  statistic: counts(1, ([n]) => n! || Number.NaN),
  measure: () => 0,
} as const satisfies Feature<'glide'>
