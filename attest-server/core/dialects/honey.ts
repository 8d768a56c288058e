import type { Tally } from '../../../shared/features/reading/tally.js'
import type { Honey } from './dialect.js'

/** What a honey claim must be beside this tally. Each count is taken by the modulus first, so that no product leaves the whole numbers. */
export function honeyOf({ of, add, modulus }: Honey, tally: Readonly<Record<keyof Tally, number>>): number {
  return of.reduce((sum, [key, times]) => sum + (tally[key] % modulus) * times, add) % modulus
}
