import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { aside, between, distance } from '../plane.js'

/** A line with a sine across it: what "add some wobble" comes to. */
export const sinusoidWobble: PathKind = {
  id: 'sinusoid-wobble',
  draw(dice, tick) {
    const ease = dice.chance(0.5) ? drawEasing(dice) : (share: number) => share
    const duration = drawDuration(dice)
    const [waves, height] = [dice.uniform(0.5, 5), dice.uniform(2, 25)]
    return (from, to) => {
      const [phase, way] = [dice.chance(0.5) ? Math.PI : 0, distance(from, to)]
      return followCurve(duration(way), tick, (share) => {
        const done = ease(share)
        const fade = Math.min(1, 5 * (1 - done))
        return aside(between(from, to, done), from, to, fade * height * Math.sin(2 * Math.PI * waves * done + phase))
      })
    }
  },
}
