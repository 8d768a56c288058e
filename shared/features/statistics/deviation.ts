import type { Statistic } from './statistic.js'

/**
 * Standard deviation of the sample (n − 1), from n, Σx and Σx². Good to a relative 1e-8 of the mean: for times and lengths, whose
 * spread is no billionth of their size, and kept in sums that merge (Welford's running mean does not).
 * @param least how many numbers there must be, at least 2
 * @param relative to the mean: the coefficient of variation, NaN where the mean is not above 0
 */
export const deviation = (least: number, relative = false): Statistic => ({
  size: 3,
  add(sums, x) {
    sums[0]!++
    sums[1]! += x
    sums[2]! += x * x
  },
  read([n, sum, squares]) {
    const mean = sum! / n!
    const spread = Math.sqrt(Math.max(0, squares! - sum! * mean) / (n! - 1))
    if (n! < least || (relative && mean <= 0)) return Number.NaN
    return relative ? spread / mean : spread
  },
})
