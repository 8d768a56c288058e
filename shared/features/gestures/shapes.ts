import type { Px } from '../../units.js'
import type { Points } from './gesture.js'

/** How many strokes are remembered, and at how many places along its way each. */
const REMEMBERED = 24
const PLACES = 16
/** No hand draws the same 80 px and more within this of each other at all places; a replay that is rounded anew does. */
const ALIKE: Px = 1.5

/** A bounded memory of shapes, each as places at equal parts of its way, relative to its start: neither where nor how fast matters. */
export function createShapes(): { knows(points: Points, length: Px): boolean } {
  const memory = Array.from({ length: REMEMBERED }, () => new Float64Array(2 * PLACES).fill(Number.NaN))
  const shape = new Float64Array(2 * PLACES)
  let next = 0
  const trace = ({ n, x, y }: Points, length: Px) => {
    let [way, j] = [0, 0]
    let step = 0
    for (let i = 0; i < PLACES; i++) {
      const goal = (length * (i + 1)) / PLACES
      while (j < n - 1 && way + step < goal) {
        way += step
        j++
        step = Math.sqrt((x[j]! - x[j - 1]!) ** 2 + (y[j]! - y[j - 1]!) ** 2)
      }
      const share = step > 0 ? Math.min(1, (goal - way) / step) : 1
      shape[2 * i] = x[j - 1]! + share * (x[j]! - x[j - 1]!)
      shape[2 * i + 1] = y[j - 1]! + share * (y[j]! - y[j - 1]!)
    }
  }
  return {
    knows(points, length) {
      trace(points, length)
      // From the end: that is where most differ at once.
      const known = memory.some((one) => {
        let i = 2 * PLACES - 1
        while (i >= 0 && Math.abs(one[i]! - shape[i]!) <= ALIKE) i--
        return i < 0
      })
      memory[next]!.set(shape)
      next = (next + 1) % REMEMBERED
      return known
    },
  }
}
