import type { Statistic } from './statistic.js'

/** Pearson's correlation of pairs, from n, Σx, Σy, Σx², Σy² and Σxy. NaN where one of both never varies. @param least how many pairs, at least 3 */
export const correlation = (least: number): Statistic => ({
  size: 6,
  add(sums, x, y) {
    sums[0]!++
    sums[1]! += x
    sums[2]! += y
    sums[3]! += x * x
    sums[4]! += y * y
    sums[5]! += x * y
  },
  read([n, x, y, xx, yy, xy]) {
    const [sx, sy] = [n! * xx! - x! * x!, n! * yy! - y! * y!]
    // Rounding leaves a little where nothing varies.
    if (n! < least || sx <= 1e-9 * n! * xx! || sy <= 1e-9 * n! * yy!) return Number.NaN
    return (n! * xy! - x! * y!) / Math.sqrt(sx * sy)
  },
})
