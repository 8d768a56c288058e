import type { Feature } from './feature.js'
import { quantile } from './statistics/quantile.js'

/**
 * Median width of the contact of a finger, in px. Fingers cover 10 to 60; synthesized ones 1 or 2, and devices that cannot tell 1 too.
 */
export const touchContact = {
  id: 'input.touch-contact',
  hears: ['touch'],
  needs: { presses: 1 },
  range: [0, 1000],
  statistic: quantile(),
  measure: ({ contact }) => contact,
} as const satisfies Feature<'touch'>
