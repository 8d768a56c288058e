import { bezierCubic } from './kinds/bezier-cubic.js'
import { bezierJitter } from './kinds/bezier-jitter.js'
import { catmullRom } from './kinds/catmull-rom.js'
import { chase } from './kinds/chase.js'
import { ghostCursor } from './kinds/ghost-cursor.js'
import { humanCurve } from './kinds/human-curve.js'
import { lineConstant } from './kinds/line-constant.js'
import { lineEased } from './kinds/line-eased.js'
import { minimumJerk } from './kinds/minimum-jerk.js'
import { minimumJerkNoise } from './kinds/minimum-jerk-noise.js'
import { ornsteinUhlenbeck } from './kinds/ornstein-uhlenbeck.js'
import { overshoot } from './kinds/overshoot.js'
import { perlinDrift } from './kinds/perlin-drift.js'
import { protocolBurst } from './kinds/protocol-burst.js'
import { sigmaLognormal } from './kinds/sigma-lognormal.js'
import { sinusoidWobble } from './kinds/sinusoid-wobble.js'
import { stepGrid } from './kinds/step-grid.js'
import { teleport } from './kinds/teleport.js'
import { windmouse } from './kinds/windmouse.js'
import type { PathKind } from './path-kind.js'

/** Every way to move a mouse by program that is made here. Adding one changes no bot of the others: each kind has dice of its own. */
export const pathKinds: readonly PathKind[] = [
  lineConstant,
  lineEased,
  teleport,
  stepGrid,
  protocolBurst,
  bezierCubic,
  bezierJitter,
  ghostCursor,
  humanCurve,
  windmouse,
  minimumJerk,
  minimumJerkNoise,
  ornsteinUhlenbeck,
  perlinDrift,
  catmullRom,
  sigmaLognormal,
  sinusoidWobble,
  overshoot,
  chase,
]
