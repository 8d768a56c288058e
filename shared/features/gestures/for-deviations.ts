import type { Px } from '../../units.js'
import type { Points } from './gesture.js'

/**
 * Hears how far each point lies from the straight line between a stroke's ends.
 * @param points as they were heard, or evenly spaced in time
 * @param chord the distance between the ends
 */
export function forDeviations({ n, x, y }: Points, chord: Px, hear: (deviation: number, i: number) => void): void {
  for (let i = 0; i < n; i++) hear((x[i]! * y[n - 1]! - y[i]! * x[n - 1]!) / chord, i)
}
