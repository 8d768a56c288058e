import type { Statistic } from './statistic.js'

/** Arithmetic mean; of answers that are 0 or 1, the share of the latter. @param least how many numbers there must be before there is one */
export const mean = (least = 1): Statistic => ({
  size: 2,
  add(sums, x) {
    sums[0]!++
    sums[1]! += x
  },
  read: ([n, sum]) => (n! >= least ? sum! / n! : Number.NaN),
})
