import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

const GAP: readonly [Ms, Ms] = [1500, 20_000]

/** Share of the waits of 1.5 to 20 s between actions in which nothing moved at all. Agents that ask a language model wait so. */
export const stillGaps = {
  id: 'input.still-gaps',
  hears: ['action'],
  needs: {},
  range: [0, 1],
  statistic: mean(3),
  measure: ({ gap, still }) => (gap >= GAP[0] && gap <= GAP[1] ? still : Number.NaN),
} as const satisfies Feature<'action'>
