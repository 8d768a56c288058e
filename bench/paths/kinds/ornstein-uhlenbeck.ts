import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { between, distance } from '../plane.js'

/** An eased line beside which an Ornstein–Uhlenbeck process drifts, pulled back to the line and to nothing at the end. */
export const ornsteinUhlenbeck: PathKind = {
  id: 'ornstein-uhlenbeck',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    const [pull, size] = [dice.uniform(0.05, 0.3), dice.uniform(0.5, 6)]
    return (from, to) => {
      let [dx, dy] = [0, 0]
      return followCurve(duration(distance(from, to)), tick, (share) => {
        dx += -pull * dx + dice.normal(0, size)
        dy += -pull * dy + dice.normal(0, size)
        const [{ x, y }, fade] = [between(from, to, ease(share)), Math.min(1, 4 * (1 - share))]
        return { x: x + fade * dx, y: y + fade * dy }
      })
    }
  },
}
