import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { mean } from './statistics/mean.js'

const TOGETHER: Ms = 50

/** Share of the keys pressed while the mouse moves. Most people have a hand on each, or both on the keys. */
export const keyMoving = {
  id: 'input.key-moving',
  hears: ['key'],
  needs: { keys: 10 },
  range: [0, 1],
  statistic: mean(10),
  measure: ({ moved }) => moved <= TOGETHER,
} as const satisfies Feature<'key'>
