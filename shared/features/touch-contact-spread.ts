import type { Feature } from './feature.js'
import { deviation } from './statistics/deviation.js'

/** Standard deviation of ln(width of contacts in px, at least 1), which has no unit. Synthesized fingers and simple screens: 0. */
export const touchContactSpread = {
  id: 'input.touch-contact-spread',
  hears: ['touch'],
  needs: { presses: 4 },
  range: [0, 5],
  statistic: deviation(4),
  measure: ({ contact }) => Math.log(Math.max(1, contact)),
} as const satisfies Feature<'touch'>
