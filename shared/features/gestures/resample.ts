import type { Ms } from '../../units.js'
import type { PointBuffer } from './create-points.js'
import type { Points } from './gesture.js'

/** Finer than hands act (their spectrum ends near 10 Hz), and no finer than most mice are reported. */
const SPACING: Ms = 20
/** Smoothing reaches two points to either side. */
const LEAST = 5

/**
 * Puts points at even times, about 20 ms apart, on the straight lines between those that were heard.
 * @param times of the points, rising from 0 @param to as many as there is room for at most
 * @returns the time between neighbours
 */
export function resample({ n, x, y }: Points, times: Float64Array, to: PointBuffer): Ms {
  const duration = times[n - 1]!
  to.n = Math.min(to.x.length, Math.max(LEAST, Math.round(duration / SPACING) + 1))
  let j = 1
  for (let i = 0; i < to.n; i++) {
    const t = (duration * i) / (to.n - 1)
    while (j < n - 1 && times[j]! < t) j++
    const share = Math.min(1, (t - times[j - 1]!) / (times[j]! - times[j - 1]!))
    to.x[i] = x[j - 1]! + share * (x[j]! - x[j - 1]!)
    to.y[i] = y[j - 1]! + share * (y[j]! - y[j - 1]!)
  }
  return duration / (to.n - 1)
}
