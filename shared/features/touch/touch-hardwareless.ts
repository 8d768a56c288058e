import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the touches on a device that says it has no touch screen. */
export const touchHardwareless = {
  id: 'input.touch-hardwareless',
  hears: ['touch'],
  needs: { presses: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ touchable }) => !touchable,
} as const satisfies Feature<'touch'>
