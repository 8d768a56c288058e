import type { PathKind, TimedPoint } from '../path-kind.js'
import { distance } from '../plane.js'

/** Selenium's `move_by_offset` in a loop: steps of a fixed number of pixels, diagonally first or straight to the target. */
export const stepGrid: PathKind = {
  id: 'step-grid',
  draw({ pick, chance }, tick) {
    const [step, diagonal] = [pick([1, 2, 4, 5, 8, 10, 18, 20]), chance(0.5)]
    return (from, to) => {
      const points: TimedPoint[] = []
      let [x, y, t] = [from.x, from.y, 0]
      for (let left = distance({ x, y }, to); left >= 1; left = distance({ x, y }, to)) {
        const [dx, dy] = [to.x - x, to.y - y]
        x += diagonal ? Math.sign(dx) * Math.min(step, Math.abs(dx)) : (dx * Math.min(step, left)) / left
        y += diagonal ? Math.sign(dy) * Math.min(step, Math.abs(dy)) : (dy * Math.min(step, left)) / left
        // One pixel a step is too slow to wait for: such bots send their steps as fast as they can.
        t += step < 5 ? Math.min(4, tick()) : tick()
        points.push({ t, x, y })
      }
      return points
    }
  },
}
