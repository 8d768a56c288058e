import type { PathKind } from '../path-kind.js'
import { between, shaken } from '../plane.js'

/** `mousemove x y`: there at once, or by a few stops. */
export const teleport: PathKind = {
  id: 'teleport',
  draw(dice) {
    const stops = dice.integer(1, 4)
    const wait = dice.uniform(20, 250)
    return (from, to) =>
      Array.from({ length: stops }, (_, i) => {
        const at = between(from, to, (i + 1) / stops)
        return { t: 1 + i * wait, ...(i + 1 < stops ? shaken(at, dice, 20) : at) }
      })
  },
}
