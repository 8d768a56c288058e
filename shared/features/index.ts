import { actionGapSpread } from './action-gap-spread.js'
import { clickUntrusted } from './click-untrusted.js'
import { clockStep } from './clock-step.js'
import type { Feature } from './feature.js'
import { glides } from './glides.js'
import { inputBulk } from './input-bulk.js'
import { inputCorrections } from './input-corrections.js'
import { inputKeyless } from './input-keyless.js'
import { keyCharless } from './key-charless.js'
import { keyDwell } from './key-dwell.js'
import { keyDwellSpread } from './key-dwell-spread.js'
import { keyInterval } from './key-interval.js'
import { keyIntervalLogSpread } from './key-interval-log-spread.js'
import { keyIntervalSpread } from './key-interval-spread.js'
import { keyRollover } from './key-rollover.js'
import { keyShiftUnflagged } from './key-shift-unflagged.js'
import { keyShiftless } from './key-shiftless.js'
import { keySplit } from './key-split.js'
import { movementAccelerationAsymmetry } from './movement-acceleration-asymmetry.js'
import { movementApproach } from './movement-approach.js'
import { movementBow } from './movement-bow.js'
import { movementChordCrossings } from './movement-chord-crossings.js'
import { movementCoalescing } from './movement-coalescing.js'
import { movementCurvature } from './movement-curvature.js'
import { movementCurveResidual } from './movement-curve-residual.js'
import { movementDurationSpread } from './movement-duration-spread.js'
import { movementEvenSteps } from './movement-even-steps.js'
import { movementGlideChange } from './movement-glide-change.js'
import { movementGlideEntropy } from './movement-glide-entropy.js'
import { movementGlidePeaks } from './movement-glide-peaks.js'
import { movementGlideStraight } from './movement-glide-straight.js'
import { movementGlideVariation } from './movement-glide-variation.js'
import { movementIntervalVariation } from './movement-interval-variation.js'
import { movementJerk } from './movement-jerk.js'
import { movementLateralDeviation } from './movement-lateral-deviation.js'
import { movementOvershoot } from './movement-overshoot.js'
import { movementPathEfficiency } from './movement-path-efficiency.js'
import { movementPauseSpread } from './movement-pause-spread.js'
import { movementPeakPosition } from './movement-peak-position.js'
import { movementPeakSpread } from './movement-peak-spread.js'
import { movementPowerLaw } from './movement-power-law.js'
import { movementRepetition } from './movement-repetition.js'
import { movementSampleEntropy } from './movement-sample-entropy.js'
import { movementScaling } from './movement-scaling.js'
import { movementSmoothness } from './movement-smoothness.js'
import { movementSpeedAutocorrelation } from './movement-speed-autocorrelation.js'
import { movementSpeedEntropy } from './movement-speed-entropy.js'
import { movementSpeedPeaks } from './movement-speed-peaks.js'
import { movementSpeedVariation } from './movement-speed-variation.js'
import { movementStepEntropy } from './movement-step-entropy.js'
import { movementStraightShare } from './movement-straight-share.js'
import { movementTremor } from './movement-tremor.js'
import { movementTurnEntropy } from './movement-turn-entropy.js'
import { pointerKind } from './pointer-kind.js'
import { pressCentred } from './press-centred.js'
import { pressDwell } from './press-dwell.js'
import { pressDwellSpread } from './press-dwell-spread.js'
import { pressFitts } from './press-fitts.js'
import { pressFractional } from './press-fractional.js'
import { pressHover } from './press-hover.js'
import { pressHoverSpread } from './press-hover-spread.js'
import { pressLanding } from './press-landing.js'
import { pressOffsetSpread } from './press-offset-spread.js'
import { pressPressureless } from './press-pressureless.js'
import { pressScrolled } from './press-scrolled.js'
import { pressTeleports } from './press-teleports.js'
import { pressThroughput } from './press-throughput.js'
import { pressUnfocused } from './press-unfocused.js'
import { readingPace } from './reading-pace.js'
import { sampling } from './sampling.js'
import { scrollHandless } from './scroll-handless.js'
import { stillGaps } from './still-gaps.js'
import { strokes } from './strokes.js'
import { submitHandless } from './submit-handless.js'
import { touchDwell } from './touch-dwell.js'
import { touchHardwareless } from './touch-hardwareless.js'
import { wheelBurst } from './wheel-burst.js'
import { wheelInconsistent } from './wheel-inconsistent.js'
import { wheelIntervalSpread } from './wheel-interval-spread.js'
import { wheelReversals } from './wheel-reversals.js'
import { wheelScrolls } from './wheel-scrolls.js'
import { wheelSynthesized } from './wheel-synthesized.js'

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
] as const satisfies readonly Feature[]

export type FeatureId = (typeof features)[number]['id']
