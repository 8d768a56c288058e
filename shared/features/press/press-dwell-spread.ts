import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** What is held longer is a drag, not a click. */
const LONGEST: Ms = 500

/** Standard deviation of how long clicks of mouse or pen were held, in ms (drags left out). A fixed or missing delay is near 0. */
export const pressDwellSpread = {
  id: 'input.press-dwell-spread',
  hears: ['release'],
  needs: { presses: 4, releases: 4 },
  range: [0, LONGEST],
  statistic: deviation(4),
  measure: ({ held }) => (held <= LONGEST ? held : Number.NaN),
} as const satisfies Feature<'release'>
