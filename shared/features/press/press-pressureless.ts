import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the mouse presses with a pressure of 0. For hardware that cannot tell, Pointer Events (§4, `pressure`) demands 0.5 while a
 * button is down; events dispatched through a debugging protocol say 0.
 */
export const pressPressureless = {
  id: 'input.press-pressureless',
  hears: ['press'],
  needs: { presses: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ pointer, pressure }) => (pointer === 'mouse' ? pressure === 0 : Number.NaN),
} as const satisfies Feature<'press'>
