import type { Stroke } from './gesture.js'

/**
 * Hears how far each point lies from the straight line between a stroke's ends.
 * @param of the points as they were heard, or evenly spaced in time
 */
export function forDeviations({ chord, ...stroke }: Stroke, of: 'points' | 'exact', hear: (deviation: number, i: number) => void): void {
  const { n, x, y } = stroke[of]
  for (let i = 0; i < n; i++) hear((x[i]! * y[n - 1]! - y[i]! * x[n - 1]!) / chord, i)
}
