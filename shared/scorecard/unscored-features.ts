import type { FeatureId } from '../features/index.js'

/**
 * Features without a row: collected, and weighing nothing. The first four tell how much was seen, and how: conditions of other rows, never
 * evidence themselves. The others wait for numbers that were fitted.
 */
export const unscoredFeatures: readonly FeatureId[] = [
  'input.strokes',
  'input.pointer-kind',
  'input.sampling',
  'input.glides',
  'input.movement-interval-variation',
  'input.press-fitts',
  'input.wheel-burst',
  'input.wheel-reversals',
  'input.reading-pace',
  'input.still-gaps',
]
