import type { FeatureId } from '../features/index.js'
import type { TellId } from '../wire/tells.js'

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

/** Tells without a row. */
export const unscoredTells: readonly TellId[] = [
  // Conditions of other rows, or why other tells are unsupported.
  'tell.hardened',
  'tell.whole-milliseconds',
  'tell.reduced-motion',
  'tell.features-off',
  // Seen in people's browsers as well.
  'tell.console-wrapped',
  'tell.container',
  'tell.locale',
]
