import type { Ms, Px } from '../../units.js'
import type { Points, Run, Stroke } from './gesture.js'
import { createShapes } from './shapes.js'

/** Finer than hands act (their spectrum ends near 10 Hz), and no finer than most mice are reported. */
const SPACING: Ms = 20
type Buffer = { n: number; x: Float64Array; y: Float64Array }

const buffer = (size: number): Buffer => ({ n: 0, x: new Float64Array(size), y: new Float64Array(size) })

/**
 * The points and times of one run at a time, and what is made of them when it ends. Smoothing is the binomial filter of five
 * points (1 4 6 4 1): at 20 ms, half of the power at 6.5 Hz is left.
 * @param size the most points
 */
export function createStroke(size: number): {
  readonly points: Points
  clear(): void
  add(x: Px, y: Px, t: Ms): void
  measure(run: Run): Stroke
} {
  const points = buffer(size)
  const times = new Float64Array(size)
  const exact = buffer(size)
  const even = buffer(size)
  const room = new Float64Array(size)
  const shapes = createShapes()
  const space = (duration: Ms): Ms => {
    const last = points.n - 1
    const count = Math.min(size, Math.max(5, Math.round(duration / SPACING) + 1))
    exact.n = even.n = count
    let j = 1
    for (let i = 0; i < count; i++) {
      const t = (duration * i) / (count - 1)
      while (j < last && times[j]! < t) j++
      const share = Math.min(1, (t - times[j - 1]!) / (times[j]! - times[j - 1]!))
      exact.x[i] = points.x[j - 1]! + share * (points.x[j]! - points.x[j - 1]!)
      exact.y[i] = points.y[j - 1]! + share * (points.y[j]! - points.y[j - 1]!)
    }
    return duration / (count - 1)
  }
  const smooth = (from: Float64Array, to: Float64Array) => {
    const last = exact.n - 1
    // Beyond its ends a stroke goes on as it began: mirrored at the end's point, so that an even pace stays even.
    const at = (i: number) => (i < 0 ? 2 * from[0]! - from[-i]! : i > last ? 2 * from[last]! - from[2 * last - i]! : from[i]!)
    for (let i = 0; i <= last; i++) {
      to[i] = (at(i - 2) + 4 * at(i - 1) + 6 * at(i) + 4 * at(i + 1) + at(i + 2)) / 16
    }
  }
  return {
    points,
    clear() {
      points.n = 0
    },
    add(x, y, t) {
      points.x[points.n] = x
      points.y[points.n] = y
      times[points.n++] = t
    },
    measure(run) {
      const spacing = space(run.duration)
      smooth(exact.x, even.x)
      smooth(exact.y, even.y)
      const speeds = room.subarray(0, even.n - 1)
      let peakAt = 0
      for (let i = 0; i < speeds.length; i++) {
        const [dx, dy] = [even.x[i + 1]! - even.x[i]!, even.y[i + 1]! - even.y[i]!]
        speeds[i] = Math.sqrt(dx * dx + dy * dy) / spacing
        if (speeds[i]! > speeds[peakAt]!) peakAt = i
      }
      return { ...run, points, even, exact, spacing, speeds, peak: speeds[peakAt]!, peakAt, repeats: shapes.knows(points, run.length) }
    },
  }
}
