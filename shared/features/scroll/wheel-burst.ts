import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { ratio } from '../statistics/ratio.js'

const BURST: Ms = 500

/** Notches in each burst of them, on average. A finger turns 2 to 8 at once. */
export const wheelBurst = {
  id: 'input.wheel-burst',
  hears: ['wheeling'],
  needs: { wheels: 2 },
  range: [1, 1000],
  statistic: ratio(2),
  measure: ({ notch, interval }) => [+notch, +(notch && !(interval <= BURST))],
} as const satisfies Feature<'wheeling'>
