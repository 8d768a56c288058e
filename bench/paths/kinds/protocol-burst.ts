import type { PathKind } from '../path-kind.js'
import { between } from '../plane.js'

/** `page.mouse.move(x, y, { steps })`: one protocol message after another, each as soon as the last is answered. */
export const protocolBurst: PathKind = {
  id: 'protocol-burst',
  draw({ integer, uniform, normal }) {
    const [steps, answer] = [integer(5, 60), uniform(0.6, 6)]
    return (from, to) => {
      let t = 0
      return Array.from({ length: steps }, (_, i) => {
        t += Math.max(0.2, normal(answer, 0.3 * answer))
        return { t, ...between(from, to, (i + 1) / steps) }
      })
    }
  },
}
