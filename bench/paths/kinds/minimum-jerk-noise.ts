import { drawDuration } from '../draw-duration.js'
import { minimumJerk as ease } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { aside, between, distance } from '../plane.js'

/** Minimum jerk with noise that grows with speed (Harris and Wolpert, 1998), correlated as a hand's is, and a peak moved forward. */
export const minimumJerkNoise: PathKind = {
  id: 'minimum-jerk-noise',
  draw(dice, tick) {
    const duration = drawDuration(dice)
    const [bow, memory, size, early] = [dice.uniform(0.02, 0.15), dice.uniform(0, 0.9), dice.uniform(0.01, 0.06), dice.uniform(0.75, 1)]
    return (from, to) => {
      const [way, side] = [distance(from, to), dice.normal(0, bow)]
      let [last, off, ahead] = [0, 0, 0]
      return followCurve(duration(way), tick, (share) => {
        const done = ease(share ** early)
        const noise = size * way * (done - last)
        last = done
        off = memory * off + dice.normal(0, noise)
        ahead = memory * ahead + dice.normal(0, noise)
        const at = aside(between(from, to, done + ahead / (way || 1)), from, to, way * side * Math.sin(Math.PI * done) + off)
        return share === 1 ? to : at
      })
    }
  },
}
