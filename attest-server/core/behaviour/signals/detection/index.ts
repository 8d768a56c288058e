import type { DetectionSignal } from '../signal.js'
import { clicks } from './clicks.js'
import { environment } from './environment.js'
import { keys } from './keys.js'
import { mouseMotion } from './mouse-motion.js'
import { mouseShape } from './mouse-shape.js'
import { scrolling } from './scrolling.js'
import { session } from './session.js'

/** The 22 signals of /api/score. Their weights add up to 1. */
export const detectionSignals: readonly DetectionSignal[] = [
  ...mouseShape,
  ...mouseMotion,
  ...clicks,
  ...keys,
  ...scrolling,
  ...session,
  ...environment,
]
