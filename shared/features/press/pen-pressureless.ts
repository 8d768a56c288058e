import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of a pen's presses with a pressure of 0: of what the debugging protocol plays, and of the few pens that feel none, on Windows
 * (where Chromium hands on what the system says, and not the 0.5 of Pointer Events 3, §4.1.1.1).
 */
export const penPressureless = {
  id: 'input.pen-pressureless',
  hears: ['press'],
  needs: { presses: 2 },
  range: [0, 1],
  statistic: mean(2),
  measure: ({ pointer, pressure }) => (pointer === 'pen' ? pressure === 0 : Number.NaN),
} as const satisfies Feature<'press'>
