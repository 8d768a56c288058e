import { clickUntrusted } from './click-untrusted.js'
import type { Feature } from './feature.js'
import { inputKeyless } from './input-keyless.js'
import { keyDwell } from './key-dwell.js'
import { keyDwellSpread } from './key-dwell-spread.js'
import { keyInterval } from './key-interval.js'
import { keyIntervalSpread } from './key-interval-spread.js'
import { keyRollover } from './key-rollover.js'
import { keyShiftless } from './key-shiftless.js'
import { movementBow } from './movement-bow.js'
import { movementEvenSteps } from './movement-even-steps.js'
import { movementPathEfficiency } from './movement-path-efficiency.js'
import { movementPeakPosition } from './movement-peak-position.js'
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
import { pressUnfocused } from './press-unfocused.js'
import { sessionFirstInput } from './session-first-input.js'
import { submitHandless } from './submit-handless.js'
import { wheelInconsistent } from './wheel-inconsistent.js'
import { wheelScrolls } from './wheel-scrolls.js'

/** Every behavioural feature. The order is the wire's order: append only. */
export const features = [
  movementPathEfficiency,
  movementBow,
  movementSpeedVariation,
  movementSpeedPeaks,
  movementPeakPosition,
  movementTurnEntropy,
  movementSpeedEntropy,
  movementEvenSteps,
  pressTeleports,
  pressHover,
  pressDwell,
  pressDwellSpread,
  pressCentred,
  pressPressureless,
  pressUnfocused,
  clickUntrusted,
  keyDwell,
  keyDwellSpread,
  keyInterval,
  keyIntervalSpread,
  keyRollover,
  keyShiftless,
  inputKeyless,
  wheelScrolls,
  wheelInconsistent,
  sessionFirstInput,
  submitHandless,
] as const satisfies readonly Feature[]

export type FeatureId = (typeof features)[number]['id']
