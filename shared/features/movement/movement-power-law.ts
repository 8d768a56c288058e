import { powerLawOf } from '../gestures/power-law-of.js'
import type { Feature } from '../reading/feature.js'
import { ratio } from '../statistics/ratio.js'

/**
 * Slope of ln speed against ln curvature, within strokes. Hands slow down in bends: -1/3, the two-thirds power law (Lacquaniti,
 * Terzuolo and Viviani, Acta Psychologica 54, 1983). Programs that draw curves at an even pace: 0.
 */
export const movementPowerLaw = {
  id: 'input.movement-power-law',
  hears: ['stroke'],
  needs: { moves: 9 },
  range: [-5, 5],
  statistic: ratio(5),
  measure: (stroke) => powerLawOf(stroke),
} as const satisfies Feature<'stroke'>
