import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { mean } from './statistics/mean.js'

/** What is held longer is a drag, not a click. */
const LONGEST: Ms = 500

/** Share of the clicks during which the mouse moved, drags left out. Programs: 0. */
export const pressDrift = {
  id: 'input.press-drift',
  hears: ['release'],
  needs: { presses: 4, releases: 4 },
  range: [0, 1],
  statistic: mean(4),
  measure: ({ held, drift }) => (held <= LONGEST && drift >= 0 ? drift > 0 : Number.NaN),
} as const satisfies Feature<'release'>
