import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { deviation } from '../statistics/deviation.js'

/** What is held longer is not one typed character. */
const LONGEST: Ms = 500

/** Standard deviation of how long keys were held, in ms. Hands spread 10 to 50; a fixed or missing delay is near 0. */
export const keyDwellSpread = {
  id: 'input.key-dwell-spread',
  hears: ['key-hold'],
  needs: { keys: 8 },
  range: [0, LONGEST],
  statistic: deviation(8),
  measure: ({ held }) => (held <= LONGEST ? held : Number.NaN),
} as const satisfies Feature<'key-hold'>
