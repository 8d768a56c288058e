import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

const LONGEST: Ms = 10_000

/** Standard deviation of ln(rest before a press in ms, at least 1), which has no unit. A fixed or missing delay: near 0. */
export const pressHoverSpread = {
  id: 'input.press-hover-spread',
  hears: ['press'],
  needs: { moves: 5, presses: 5 },
  range: [0, 5],
  statistic: deviation(5),
  measure: ({ hover }) => Math.log(Math.max(1, Math.min(hover, LONGEST))),
} as const satisfies Feature<'press'>
