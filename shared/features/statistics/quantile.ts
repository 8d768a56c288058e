import type { Statistic } from './statistic.js'

const SMALLEST = 0.001
const GROWTH = 1.06
/** Reaches to SMALLEST · GROWTH³²⁰ ≈ 125,000; what is larger counts as that. */
const BINS = 321
const LOG_GROWTH = Math.log(GROWTH)

/**
 * A quantile of numbers ≥ 0 with a relative error of at most 3 %: DDSketch (Masson, Rim and Lee, VLDB 2019) with bins that are all
 * there from the start. What is at most 0.001 reads as 0.
 *
 * @param q from 0 (smallest) to 1 (largest)
 * @param least how many numbers there must be before there is a quantile
 * @param as what the quantile stands for: where it matters how near to another number than 0 it lies
 */
export const quantile = (q = 0.5, least = 1, as = (value: number) => value): Statistic => ({
  size: BINS + 1,
  add(sums, x) {
    const bin = x > SMALLEST ? Math.min(BINS - 1, Math.ceil(Math.log(x / SMALLEST) / LOG_GROWTH)) : 0
    sums[bin]!++
    sums[BINS]!++
  },
  read(sums) {
    const n = sums[BINS]!
    let left = q * (n - 1)
    for (let bin = 0; n >= least && bin < BINS; bin++) {
      left -= sums[bin]!
      if (left < 0) return as(bin && SMALLEST * Math.exp(LOG_GROWTH * (bin - 0.5)))
    }
    return Number.NaN
  },
})
