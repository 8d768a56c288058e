import { tremorOf } from '../gestures/tremor-of.js'
import type { Feature } from '../reading/feature.js'
import { quantile } from '../statistics/quantile.js'

/**
 * Median over strokes of the root mean square of what swings beside the path at 3 to 12 Hz, in px. Physiological tremor lies at 8 to
 * 12 Hz (Elble and Koller, 1990); rounding to whole pixels leaves 0.2.
 */
export const movementTremor = {
  id: 'input.movement-tremor',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [0, 1000],
  statistic: quantile(),
  measure: (stroke) => tremorOf(stroke),
} as const satisfies Feature<'stroke'>
