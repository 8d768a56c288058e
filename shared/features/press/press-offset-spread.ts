import type { Px } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

const LEAST_SIZE: Px = 12

/**
 * Standard deviation of where presses fall across what they hit, as a share of its width. Hands: 0.1 to 0.25; centres: 0; an even
 * spread over the whole: 0.29.
 */
export const pressOffsetSpread = {
  id: 'input.press-offset-spread',
  hears: ['press'],
  needs: { presses: 4 },
  range: [0, 10],
  statistic: deviation(4),
  measure: ({ offset: { dx, width, height }, distance }) =>
    distance !== 0 && Math.min(width, height) >= LEAST_SIZE ? dx / width : Number.NaN,
} as const satisfies Feature<'press'>
