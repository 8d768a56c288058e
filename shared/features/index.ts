import { clickUntrusted } from './form/click-untrusted.js'
import { inputBulk } from './form/input-bulk.js'
import { inputKeyless } from './form/input-keyless.js'
import { submitHandless } from './form/submit-handless.js'
import { inputCorrections } from './key/input-corrections.js'
import { keyCharless } from './key/key-charless.js'
import { keyDwell } from './key/key-dwell.js'
import { keyDwellSpread } from './key/key-dwell-spread.js'
import { keyInterval } from './key/key-interval.js'
import { keyIntervalLogSpread } from './key/key-interval-log-spread.js'
import { keyIntervalSpread } from './key/key-interval-spread.js'
import { keyRollover } from './key/key-rollover.js'
import { keyShiftUnflagged } from './key/key-shift-unflagged.js'
import { keyShiftless } from './key/key-shiftless.js'
import { keySplit } from './key/key-split.js'
import { movementAccelerationAsymmetry } from './movement/movement-acceleration-asymmetry.js'
import { movementApproach } from './movement/movement-approach.js'
import { movementBow } from './movement/movement-bow.js'
import { movementChordCrossings } from './movement/movement-chord-crossings.js'
import { movementCoalescing } from './movement/movement-coalescing.js'
import { movementCurvature } from './movement/movement-curvature.js'
import { movementCurveResidual } from './movement/movement-curve-residual.js'
import { movementDurationSpread } from './movement/movement-duration-spread.js'
import { movementEvenSteps } from './movement/movement-even-steps.js'
import { movementGlideChange } from './movement/movement-glide-change.js'
import { movementGlideEntropy } from './movement/movement-glide-entropy.js'
import { movementGlidePeaks } from './movement/movement-glide-peaks.js'
import { movementGlideStraight } from './movement/movement-glide-straight.js'
import { movementGlideVariation } from './movement/movement-glide-variation.js'
import { movementIntervalVariation } from './movement/movement-interval-variation.js'
import { movementJerk } from './movement/movement-jerk.js'
import { movementLateralDeviation } from './movement/movement-lateral-deviation.js'
import { movementOvershoot } from './movement/movement-overshoot.js'
import { movementPathEfficiency } from './movement/movement-path-efficiency.js'
import { movementPauseSpread } from './movement/movement-pause-spread.js'
import { movementPeakPosition } from './movement/movement-peak-position.js'
import { movementPeakSpread } from './movement/movement-peak-spread.js'
import { movementPowerLaw } from './movement/movement-power-law.js'
import { movementRepetition } from './movement/movement-repetition.js'
import { movementSampleEntropy } from './movement/movement-sample-entropy.js'
import { movementScaling } from './movement/movement-scaling.js'
import { movementSmoothness } from './movement/movement-smoothness.js'
import { movementSpeedAutocorrelation } from './movement/movement-speed-autocorrelation.js'
import { movementSpeedEntropy } from './movement/movement-speed-entropy.js'
import { movementSpeedPeaks } from './movement/movement-speed-peaks.js'
import { movementSpeedVariation } from './movement/movement-speed-variation.js'
import { movementStepEntropy } from './movement/movement-step-entropy.js'
import { movementStraightShare } from './movement/movement-straight-share.js'
import { movementTremor } from './movement/movement-tremor.js'
import { movementTurnEntropy } from './movement/movement-turn-entropy.js'
import { penPressureless } from './press/pen-pressureless.js'
import { pressCentred } from './press/press-centred.js'
import { pressDwell } from './press/press-dwell.js'
import { pressDwellSpread } from './press/press-dwell-spread.js'
import { pressFitts } from './press/press-fitts.js'
import { pressFractional } from './press/press-fractional.js'
import { pressHover } from './press/press-hover.js'
import { pressHoverSpread } from './press/press-hover-spread.js'
import { pressLanding } from './press/press-landing.js'
import { pressOffsetSpread } from './press/press-offset-spread.js'
import { pressPressureless } from './press/press-pressureless.js'
import { pressScrolled } from './press/press-scrolled.js'
import { pressTeleports } from './press/press-teleports.js'
import { pressThroughput } from './press/press-throughput.js'
import { pressUnfocused } from './press/press-unfocused.js'
import { clockStep } from './quality/clock-step.js'
import { glides } from './quality/glides.js'
import { pointerKind } from './quality/pointer-kind.js'
import { sampling } from './quality/sampling.js'
import { strokes } from './quality/strokes.js'
import type { Feature } from './reading/feature.js'
import { readingPace } from './scroll/reading-pace.js'
import { scrollHandless } from './scroll/scroll-handless.js'
import { wheelBurst } from './scroll/wheel-burst.js'
import { wheelInconsistent } from './scroll/wheel-inconsistent.js'
import { wheelIntervalSpread } from './scroll/wheel-interval-spread.js'
import { wheelReversals } from './scroll/wheel-reversals.js'
import { wheelScrolls } from './scroll/wheel-scrolls.js'
import { wheelSynthesized } from './scroll/wheel-synthesized.js'
import { actionGapSpread } from './session/action-gap-spread.js'
import { stillGaps } from './session/still-gaps.js'
import { touchCentred } from './touch/touch-centred.js'
import { touchDwell } from './touch/touch-dwell.js'
import { touchHardwareless } from './touch/touch-hardwareless.js'

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
  strokes,
  pointerKind,
  sampling,
  clockStep,
  movementLateralDeviation,
  movementChordCrossings,
  movementCurvature,
  movementStraightShare,
  movementPeakPosition,
  movementPeakSpread,
  movementAccelerationAsymmetry,
  movementStepEntropy,
  movementSpeedAutocorrelation,
  movementSampleEntropy,
  movementJerk,
  movementSmoothness,
  movementTremor,
  movementPowerLaw,
  movementCurveResidual,
  movementRepetition,
  movementApproach,
  movementOvershoot,
  movementScaling,
  movementDurationSpread,
  movementIntervalVariation,
  movementPauseSpread,
  pressLanding,
  pressHoverSpread,
  pressOffsetSpread,
  pressFractional,
  pressUnfocused,
  pressScrolled,
  pressThroughput,
  pressFitts,
  clickUntrusted,
  keyIntervalLogSpread,
  keyRollover,
  keyShiftUnflagged,
  keyCharless,
  keySplit,
  inputBulk,
  inputCorrections,
  wheelSynthesized,
  wheelIntervalSpread,
  wheelBurst,
  wheelReversals,
  scrollHandless,
  readingPace,
  touchHardwareless,
  touchDwell,
  stillGaps,
  actionGapSpread,
  movementGlideVariation,
  movementGlideEntropy,
  movementGlidePeaks,
  movementGlideStraight,
  movementGlideChange,
  glides,
  penPressureless,
  touchCentred,
] as const satisfies readonly Feature[]

export type FeatureId = (typeof features)[number]['id']
