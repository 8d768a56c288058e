import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind, Point } from '../path-kind.js'
import { cubic, distance, drawControls, shaken } from '../plane.js'

/** A Bézier curve that goes past its target by a little, waits, and comes back: what humanisers do after reading about Fitts. */
export const overshoot: PathKind = {
  id: 'overshoot',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    const [often, radius, spread, tremor] = [dice.uniform(0.4, 1), dice.uniform(8, 60), dice.uniform(0.03, 0.3), dice.uniform(0, 0.8)]
    const reach = (from: Point, to: Point, time: number) => {
      const curve = drawControls(from, to, dice, spread)
      return followCurve(time, tick, (share) => shaken(cubic(curve, ease(share)), dice, share === 1 ? 0 : tremor))
    }
    return (from, to) => {
      const way = distance(from, to)
      if (!dice.chance(often)) return reach(from, to, duration(way))
      const past = shaken(to, dice, radius / 2)
      const first = reach(from, past, duration(way))
      const wait = (first.at(-1)?.t ?? 0) + dice.uniform(20, 140)
      return [...first, ...reach(past, to, dice.uniform(80, 250)).map((point) => ({ ...point, t: point.t + wait }))]
    }
  },
}
