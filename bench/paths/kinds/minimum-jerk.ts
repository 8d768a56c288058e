import { drawDuration } from '../draw-duration.js'
import { minimumJerk as ease } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { aside, between, distance } from '../plane.js'

/** The smoothest movement from rest to rest (Flash and Hogan, 1985), straight or on a slight bow. */
export const minimumJerk: PathKind = {
  id: 'minimum-jerk',
  draw(dice, tick) {
    const duration = drawDuration(dice)
    const bow = dice.chance(0.5) ? dice.uniform(0, 0.12) : 0
    return (from, to) => {
      const [way, side] = [distance(from, to), dice.uniform(-bow, bow)]
      return followCurve(duration(way), tick, (share) => {
        const done = ease(share)
        return aside(between(from, to, done), from, to, way * side * Math.sin(Math.PI * done))
      })
    }
  },
}
