import { frameStep } from '../../frame-step.js'
import { isOnGrid } from '../../is-on-grid.js'
import type { Feature } from '../reading/feature.js'
import { counts } from '../statistics/counts.js'

/** From coarse to fine; what fits several counts for the coarsest. */
const GRIDS = [100, frameStep, 1, 0.1] as const
const LEAST = 20

/** The finest of the grids that at most 5 % of the times do not fit. */
function stepOf(counts: Float64Array): number {
  const n = counts.reduce((a, b) => a + b)
  let fits = 0
  const fitting = GRIDS.find((_, i) => {
    fits += counts[i]!
    return fits >= 0.95 * n
  })
  return n < LEAST ? Number.NaN : (fitting ?? 0)
}

/**
 * The grid that nearly all event times lie on, in ms: 100 or 16.7 where the browser hides the time, 1 or 0.1 in others, 0 for none of
 * these. Quality, not behaviour.
 */
export const clockStep = {
  id: 'input.clock-step',
  hears: ['interval'],
  needs: {},
  range: [0, 100],
  statistic: counts(5, stepOf),
  measure: ({ dt }) => (GRIDS.findIndex((grid) => isOnGrid(dt, grid)) + 5) % 5,
} as const satisfies Feature<'interval'>
