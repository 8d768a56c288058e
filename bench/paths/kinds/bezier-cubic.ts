import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { cubic, distance, drawControls } from '../plane.js'

/** A cubic Bézier curve with control points beside the way, eased: the humaniser of most snippets. */
export const bezierCubic: PathKind = {
  id: 'bezier-cubic',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    const spread = dice.uniform(0.05, 0.5)
    return (from, to) => {
      const curve = drawControls(from, to, dice, spread)
      return followCurve(duration(distance(from, to)), tick, (share) => cubic(curve, ease(share)))
    }
  },
}
