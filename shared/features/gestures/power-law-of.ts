import type { Stroke } from './gesture.js'

/** px/ms: slower parts are pixels more than movement. */
const SLOW = 0.05
/** 1/px: straighter parts have no curvature to speak of. */
const STRAIGHT = 1e-4

/** @returns what a line through ln speed over ln curvature is fitted from, about their means in this stroke: [covariance, variance] × n */
export function powerLawOf({ smoothed: { n, x, y }, spacing }: Stroke): readonly [covariance: number, variance: number] {
  let [count, a, b, aa, ab] = [0, 0, 0, 0, 0]
  for (let i = 1; i < n - 1; i++) {
    const [vx, vy] = [(x[i + 1]! - x[i - 1]!) / (2 * spacing), (y[i + 1]! - y[i - 1]!) / (2 * spacing)]
    const [ax, ay] = [(x[i + 1]! - 2 * x[i]! + x[i - 1]!) / spacing ** 2, (y[i + 1]! - 2 * y[i]! + y[i - 1]!) / spacing ** 2]
    const speed = Math.sqrt(vx * vx + vy * vy)
    const curvature = Math.abs(vx * ay - vy * ax) / speed ** 3
    if (!(speed > SLOW && curvature > STRAIGHT)) continue
    const [bend, pace] = [Math.log(curvature), Math.log(speed)]
    count++
    a += bend
    b += pace
    aa += bend * bend
    ab += bend * pace
  }
  return count > 2 ? [ab - (a * b) / count, aa - (a * a) / count] : [0, 0]
}
