import type { PointBuffer } from './create-points.js'
import type { Points } from './gesture.js'

function smoothAxis(from: Float64Array, last: number, to: Float64Array): void {
  // Beyond its ends a stroke goes on as it began: mirrored at the end's point, so that an even pace stays even.
  const at = (i: number) => (i < 0 ? 2 * from[0]! - from[-i]! : i > last ? 2 * from[last]! - from[2 * last - i]! : from[i]!)
  for (let i = 0; i <= last; i++) {
    to[i] = (at(i - 2) + 4 * at(i - 1) + 6 * at(i) + 4 * at(i + 1) + at(i + 2)) / 16
  }
}

/** Binomial filter of five points (1 4 6 4 1), of which there must be three: at 20 ms, half of the power at 6.5 Hz is left. */
export function smooth({ n, x, y }: Points, to: PointBuffer): void {
  to.n = n
  smoothAxis(x, n - 1, to.x)
  smoothAxis(y, n - 1, to.y)
}
