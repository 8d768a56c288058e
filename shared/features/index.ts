import type { Feature } from './feature.js'
import { inputKeyless } from './input-keyless.js'
import { keyDwell } from './key-dwell.js'
import { keyDwellSpread } from './key-dwell-spread.js'
import { keyInterval } from './key-interval.js'
import { keyIntervalSpread } from './key-interval-spread.js'
import { keyShiftless } from './key-shiftless.js'
import { movementBow } from './movement-bow.js'
import { movementCoalescing } from './movement-coalescing.js'
import { movementEvenSteps } from './movement-even-steps.js'
import { movementPathEfficiency } from './movement-path-efficiency.js'
import { movementSpeedEntropy } from './movement-speed-entropy.js'
import { movementSpeedPeaks } from './movement-speed-peaks.js'
import { movementSpeedVariation } from './movement-speed-variation.js'
import { movementTurnEntropy } from './movement-turn-entropy.js'
import { pressCentred } from './press-centred.js'
import { pressDwell } from './press-dwell.js'
import { pressDwellSpread } from './press-dwell-spread.js'
import { pressHover } from './press-hover.js'
import { pressPressureless } from './press-pressureless.js'
import { pressTeleports } from './press-teleports.js'
import { submitHandless } from './submit-handless.js'
import { wheelInconsistent } from './wheel-inconsistent.js'
import { wheelScrolls } from './wheel-scrolls.js'

/** Every behavioural feature. The order is the wire's: append only, once 0.1.0 is released (`wire/vectors/order.json` holds it). */
export const features = [
  movementPathEfficiency,
  movementBow,
  movementSpeedVariation,
  movementSpeedPeaks,
  movementTurnEntropy,
  movementSpeedEntropy,
  movementEvenSteps,
  movementCoalescing,
  pressTeleports,
  pressHover,
  pressDwell,
  pressDwellSpread,
  pressCentred,
  pressPressureless,
  keyDwell,
  keyDwellSpread,
  keyInterval,
  keyIntervalSpread,
  keyShiftless,
  inputKeyless,
  wheelScrolls,
  wheelInconsistent,
  submitHandless,
] as const satisfies readonly Feature[]

export type FeatureId = (typeof features)[number]['id']
