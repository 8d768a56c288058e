import type { Statistic } from './statistic.js'

/**
 * Shannon's entropy −Σ p ln p of a histogram (Bell System Technical Journal 27, 1948), as a share of its largest value, ln(bins). 0:
 * all in one bin; 1: all bins alike. Adds bins: whole numbers; what falls outside counts in the first or last.
 * @param least how many must have been added
 */
export const entropy = (bins: number, least = 1): Statistic => ({
  size: bins,
  add(sums, bin) {
    sums[Math.min(bins - 1, Math.max(0, Math.floor(bin)))]!++
  },
  read(sums) {
    const n = sums.reduce((a, b) => a + b)
    const sum = sums.reduce((rest, count) => (count ? rest - (count / n) * Math.log(count / n) : rest), 0)
    return n >= least ? sum / Math.log(bins) : Number.NaN
  },
})
