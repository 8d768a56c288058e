import type { Px } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** In a smaller element anyone hits the centre. */
const LEAST_SIZE: Px = 12
const CENTRE: Px = 1

/** Share of the mouse presses within 1 px of the exact centre of what they hit. A second press on the same spot does not count. */
export const pressCentred = {
  id: 'input.press-centred',
  hears: ['press'],
  needs: { presses: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ offset: { dx, dy, width, height }, distance }) =>
    distance !== 0 && Math.min(width, height) >= LEAST_SIZE ? Math.max(Math.abs(dx), Math.abs(dy)) <= CENTRE : Number.NaN,
} as const satisfies Feature<'press'>
