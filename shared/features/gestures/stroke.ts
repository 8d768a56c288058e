import type { Ms, Px } from '../../units.js'
import { createPoints } from './create-points.js'
import type { Points, Run, Stroke } from './gesture.js'
import { resample } from './resample.js'
import { createShapes } from './shapes.js'
import { smooth } from './smooth.js'

/** @returns the index of the largest @param to takes the speeds between neighbours, in px/ms */
function measureSpeeds({ x, y }: Points, spacing: Ms, to: Float64Array): number {
  let peakAt = 0
  for (let i = 0; i < to.length; i++) {
    const [dx, dy] = [x[i + 1]! - x[i]!, y[i + 1]! - y[i]!]
    to[i] = Math.sqrt(dx * dx + dy * dy) / spacing
    if (to[i]! > to[peakAt]!) peakAt = i
  }
  return peakAt
}

/**
 * The points and times of one run at a time, and what is made of them when it ends.
 * @param size the most points
 */
export function createStroke(size: number): {
  readonly points: Points
  clear(): void
  add(x: Px, y: Px, t: Ms): void
  measure(run: Run): Stroke
} {
  const [points, resampled, smoothed] = [createPoints(size), createPoints(size), createPoints(size)]
  const times = new Float64Array(size)
  const room = new Float64Array(size)
  const shapes = createShapes()
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
      const spacing = resample(points, times, resampled)
      smooth(resampled, smoothed)
      const speeds = room.subarray(0, smoothed.n - 1)
      const peakAt = measureSpeeds(smoothed, spacing, speeds)
      const repeats = shapes.knows(points, run.length)
      return { ...run, points, resampled, smoothed, spacing, speeds, peak: speeds[peakAt]!, peakAt, repeats }
    },
  }
}
