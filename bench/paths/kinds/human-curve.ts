import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind, Point } from '../path-kind.js'
import { between, distance } from '../plane.js'
import type { Dice } from '../start-dice.js'

/** A Bézier curve of any degree (de Casteljau). */
function bezier(knots: readonly Point[], s: number): Point {
  let level = knots
  while (level.length > 1) level = level.slice(1).map((knot, i) => between(level[i]!, knot, s))
  return level[0]!
}

/** Anywhere in the box of both ends and a margin: the curve may start backwards. */
function drawKnot({ uniform }: Dice, from: Point, to: Point, margin: number): Point {
  const within = (a: number, b: number) => uniform(Math.min(a, b) - margin, Math.max(a, b) + margin)
  return { x: within(from.x, to.x), y: within(from.y, to.y) }
}

/** pyclick's HumanCurve: inner knots anywhere about the way, every second point pushed down or up by about a pixel, eased out. */
export const humanCurve: PathKind = {
  id: 'human-curve',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    const [inner, margin, often] = [dice.integer(1, 4), dice.uniform(10, 100), dice.uniform(0.3, 0.7)]
    return (from, to) => {
      const knots = [from, ...Array.from({ length: inner }, () => drawKnot(dice, from, to, margin)), to]
      return followCurve(duration(distance(from, to)), tick, (share) => {
        const { x, y } = bezier(knots, ease(share))
        return { x, y: share < 1 && dice.chance(often) ? y + dice.normal(1, 1) : y }
      })
    }
  },
}
