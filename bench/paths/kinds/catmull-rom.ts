import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind, Point } from '../path-kind.js'
import { aside, between, distance } from '../plane.js'

/** The spline through `knots` (E. Catmull and R. Rom, 1974), uniform. @param s 0 to 1, over the whole of it */
function spline(knots: readonly Point[], s: number): Point {
  const at = Math.min(knots.length - 1.000001, s * (knots.length - 1))
  const [i, u] = [Math.floor(at), at - Math.floor(at)]
  const [p0, p1, p2, p3] = [i - 1, i, i + 1, i + 2].map((k) => knots[Math.max(0, Math.min(knots.length - 1, k))]!) as [
    Point,
    Point,
    Point,
    Point,
  ]
  const on = (axis: 'x' | 'y') => {
    const [a, b, c, d] = [p0[axis], p1[axis], p2[axis], p3[axis]]
    return 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u * u + (3 * b - a - 3 * c + d) * u ** 3)
  }
  return { x: on('x'), y: on('y') }
}

/** A Catmull–Rom spline through knots that are strewn beside the way. */
export const catmullRom: PathKind = {
  id: 'catmull-rom',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    const [inner, spread] = [dice.integer(2, 6), dice.uniform(0.02, 0.15)]
    return (from, to) => {
      const way = distance(from, to)
      const strewn = Array.from({ length: inner }, (_, i) =>
        aside(between(from, to, (i + 1 + dice.uniform(-0.3, 0.3)) / (inner + 1)), from, to, dice.normal(0, spread) * way),
      )
      const knots = [from, ...strewn, to]
      return followCurve(duration(way), tick, (share) => (share === 1 ? to : spline(knots, ease(share))))
    }
  },
}
