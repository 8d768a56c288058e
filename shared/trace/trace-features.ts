import { movementEvenSteps } from '../features/movement/movement-even-steps.js'
import { movementIntervalVariation } from '../features/movement/movement-interval-variation.js'
import { movementTurnEntropy } from '../features/movement/movement-turn-entropy.js'
import type { Feature } from '../features/reading/feature.js'

/**
 * The features of the summary that a trace measures again, step by step: of steps alone, and with few sums. The order is the wire's: append only once
 * 0.1.0 is released. What they measure and how it is summed is their own, so that summary and trace cannot drift apart.
 */
export const traceFeatures = [
  movementIntervalVariation,
  movementEvenSteps,
  movementTurnEntropy,
] as const satisfies readonly Feature<'step'>[]
