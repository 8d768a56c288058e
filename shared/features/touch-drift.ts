import type { Feature } from './feature.js'
import { mean } from './statistics/mean.js'

/** Share of the taps that end elsewhere than they began. Skin rolls: most, on screens that report parts of pixels; programs: none. */
export const touchDrift = {
  id: 'input.touch-drift',
  hears: ['tap'],
  needs: { presses: 3, releases: 3 },
  range: [0, 1],
  statistic: mean(3),
  measure: ({ drift }) => (drift >= 0 ? drift > 0 : Number.NaN),
} as const satisfies Feature<'tap'>
