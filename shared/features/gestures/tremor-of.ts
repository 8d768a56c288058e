import type { Px } from '../../units.js'
import { forDeviations } from './for-deviations.js'
import type { Stroke } from './gesture.js'

/** A running mean over 15 values at 20 ms takes away what is slower than 3 Hz … */
const SLOW = 7
/** … and one that reaches 1 to either side, weighted 1 2 1, what is faster than 12 Hz. */
const AROUND = [1 / 4, 1 / 2, 1 / 4] as const

/**
 * @returns root mean square of the deviation from the chord, between about 3 and 12 Hz; of strokes shorter than the slow mean 0, or NaN
 * where just one point is missing
 */
export function tremorOf(stroke: Stroke): Px {
  const { n } = stroke.resampled
  const sums = new Float64Array(n + 1)
  const deviations = new Float64Array(n)
  forDeviations(stroke.resampled, stroke.chord, (deviation, i) => {
    deviations[i] = deviation
    sums[i + 1] = sums[i]! + deviation
  })
  let squares = 0
  for (let i = SLOW; i < n - SLOW; i++) {
    const fast = AROUND.reduce((sum, weight, k) => sum + weight * deviations[i + k - 1]!, 0)
    squares += (fast - (sums[i + SLOW + 1]! - sums[i - SLOW]!) / (2 * SLOW + 1)) ** 2
  }
  return Math.sqrt(squares / (n - 2 * SLOW))
}
