import type { PathKind } from '../path-kind.js'
import { between, distance } from '../plane.js'

/** `xdotool mousemove --sync` in a loop: a straight line in even steps, as many for each way or as long for each step. */
export const lineConstant: PathKind = {
  id: 'line-constant',
  draw({ integer, uniform, chance }, tick) {
    const steps = integer(15, 80)
    const length = chance(0.5) ? uniform(4, 25) : undefined
    return (from, to) => {
      const count = length ? Math.max(2, Math.ceil(distance(from, to) / length)) : steps
      let t = 0
      return Array.from({ length: count }, (_, i) => {
        t += tick()
        return { t, ...between(from, to, (i + 1) / count) }
      })
    }
  },
}
