import type { PathKind, TimedPoint } from '../path-kind.js'
import { distance } from '../plane.js'

/** Ends a pursuit that swings for long. */
const MOST_STEPS = 400

/** `x += (target - x) * 0.1` each tick, with or without a spring's swing and noise: the smoothing of games and demos. */
export const chase: PathKind = {
  id: 'chase',
  draw({ uniform, normal, chance }, tick) {
    const [stiffness, damping] = chance(0.5) ? [uniform(0.06, 0.25), 0] : [uniform(0.01, 0.05), uniform(0.7, 0.88)]
    const noise = chance(0.5) ? uniform(0.2, 1.5) : 0
    return (from, to) => {
      const points: TimedPoint[] = []
      let [x, y, vx, vy, t] = [from.x, from.y, 0, 0, 0]
      while (points.length < MOST_STEPS && (distance({ x, y }, to) > 1 || Math.hypot(vx, vy) > 1)) {
        vx = damping * vx + stiffness * (to.x - x)
        vy = damping * vy + stiffness * (to.y - y)
        x += vx
        y += vy
        t += tick()
        points.push({ t, x: x + normal(0, noise), y: y + normal(0, noise) })
      }
      return [...points, { t: t + tick(), ...to }]
    }
  },
}
