import type { Movement, PathKind, TimedPoint } from '../path-kind.js'
import { distance } from '../plane.js'
import type { Dice } from '../start-dice.js'

interface Forces {
  readonly gravity: number
  readonly wind: number
  readonly maxStep: number
  readonly target: number
}

/** Ends a walk that circles its target. */
const MOST_STEPS = 600

function walk({ gravity, wind, maxStep, target }: Forces, { uniform }: Dice, tick: () => number): Movement {
  return (from, to) => {
    let [x, y, vx, vy, wx, wy, limit, t] = [from.x, from.y, 0, 0, 0, 0, maxStep, 0]
    const points: TimedPoint[] = []
    for (let left = distance(from, to); left >= 1 && points.length < MOST_STEPS; left = distance({ x, y }, to)) {
      const gust = Math.min(wind, left)
      if (left >= target) {
        wx = wx / Math.sqrt(3) + uniform(-gust, gust) / Math.sqrt(5)
        wy = wy / Math.sqrt(3) + uniform(-gust, gust) / Math.sqrt(5)
      } else {
        wx /= Math.sqrt(3)
        wy /= Math.sqrt(3)
        limit = limit < 3 ? uniform(3, 6) : limit / Math.sqrt(5)
      }
      vx += wx + (gravity * (to.x - x)) / left
      vy += wy + (gravity * (to.y - y)) / left
      const speed = Math.hypot(vx, vy)
      if (speed > limit) {
        const clipped = limit / 2 + uniform(0, limit / 2)
        vx = (vx / speed) * clipped
        vy = (vy / speed) * clipped
      }
      x += vx
      y += vy
      t += tick()
      points.push({ t, x, y })
    }
    return [...points, { t: t + tick(), ...to }]
  }
}

/** B. Land's WindMouse (2005): the pointer falls to its target while a random wind blows. */
export const windmouse: PathKind = {
  id: 'windmouse',
  draw(dice, tick) {
    const { uniform } = dice
    return walk({ gravity: uniform(5, 12), wind: uniform(1, 6), maxStep: uniform(8, 22), target: uniform(8, 16) }, dice, tick)
  },
}
