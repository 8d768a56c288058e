import type { Px } from '../../units.js'
import type { Stroke } from './gesture.js'

/**
 * Fits a cubic Bézier curve to the points of a stroke, between its ends: the two inner control points by least squares, with the
 * length of the way as the parameter.
 * @returns root mean square distance of the points from the curve
 */
export function cubicResidual({ points: { n, x, y }, length }: Stroke): Px {
  let [aa, ab, bb, ax, ay, bx, by, rest] = [0, 0, 0, 0, 0, 0, 0, 0]
  let way = 0
  for (let i = 1; i < n; i++) {
    way += Math.sqrt((x[i]! - x[i - 1]!) ** 2 + (y[i]! - y[i - 1]!) ** 2)
    const t = way / length
    // The curve begins at 0, so its first term is gone.
    const [a, b] = [3 * t * (1 - t) ** 2, 3 * t * t * (1 - t)]
    const [px, py] = [x[i]! - t ** 3 * x[n - 1]!, y[i]! - t ** 3 * y[n - 1]!]
    aa += a * a
    ab += a * b
    bb += b * b
    ax += a * px
    ay += a * py
    bx += b * px
    by += b * py
    rest += px * px + py * py
  }
  const scale = aa * bb - ab * ab
  const explained = (p: number, q: number) => (bb * p * p - 2 * ab * p * q + aa * q * q) / scale
  return Math.sqrt(Math.max(0, rest - explained(ax, bx) - explained(ay, by)) / n)
}
