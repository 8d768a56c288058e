import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { cubic, distance, drawControls, shaken } from '../plane.js'

/** A cubic Bézier curve with independent noise on every point: Gaussian, or uniform as of `random.randint(-2, 2)`. */
export const bezierJitter: PathKind = {
  id: 'bezier-jitter',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    const [spread, size, even] = [dice.uniform(0.05, 0.4), dice.uniform(0.4, 3), dice.chance(0.5)]
    const jitter = () => dice.uniform(-size, size)
    return (from, to) => {
      const curve = drawControls(from, to, dice, spread)
      return followCurve(duration(distance(from, to)), tick, (share) => {
        const at = cubic(curve, ease(share))
        if (share === 1) return at
        return even ? { x: at.x + jitter(), y: at.y + jitter() } : shaken(at, dice, size)
      })
    }
  },
}
