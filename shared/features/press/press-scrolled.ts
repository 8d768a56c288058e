import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

const SOON: Ms = 250

/** Share of the presses at most 250 ms after the page scrolled without a hand: drivers scroll to what they are about to press. */
export const pressScrolled = {
  id: 'input.press-scrolled',
  hears: ['press'],
  needs: { presses: 2 },
  range: [0, 1],
  statistic: mean(2),
  measure: ({ scrolled }) => scrolled >= 0 && scrolled <= SOON,
} as const satisfies Feature<'press'>
