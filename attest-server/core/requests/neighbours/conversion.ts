import type { Probability } from '../../../../shared/units.js'
import type { Counts } from './profiles.js'

/** Fewer reported outcomes are no rate: until then there is no answer (NBP-08). */
export const LEAST_OUTCOMES = 50
/** As many outcomes as the base rate counts for beside those of look-alikes. */
const SMOOTHING = 10

/**
 * The probability that a request's visitor converts: the mean of a beta-binomial whose prior is the project's own rate (itself with one
 * conversion and one miss beforehand), seen through the outcomes of its look-alikes.
 * @returns null until `LEAST_OUTCOMES` outcomes were reported.
 */
export function conversionOf(near: Counts, all: Counts): Probability | null {
  const outcomes = all.converted + all.unconverted
  if (outcomes < LEAST_OUTCOMES) return null
  const base = (all.converted + 1) / (outcomes + 2)
  return (near.converted + SMOOTHING * base) / (near.converted + near.unconverted + SMOOTHING)
}
