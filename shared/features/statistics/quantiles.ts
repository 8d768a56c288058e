/** A running sketch of a distribution of numbers ≥ 0. */
export interface Quantiles {
  /** Ignores what is not a finite number. Numbers below 0 count as 0. */
  add(x: number): void
  /** @param q from 0 (smallest) to 1 (largest). @returns NaN while there are fewer numbers than the least. */
  at(q: number): number
}

const SMALLEST = 0.001
const GROWTH = 1.06
/** Reaches to SMALLEST · GROWTH³²⁰ ≈ 125,000; what is larger counts as that. */
const BINS = 321
const LOG_GROWTH = Math.log(GROWTH)

/**
 * Quantiles in fixed memory, with a relative error of at most 3 %: DDSketch (Masson, Rim and Lee, VLDB 2019) with bins that are
 * all there from the start. The result does not depend on the order of the numbers. What is at most 0.001 reads as 0.
 *
 * @param least how many numbers there must be before there is a quantile
 */
export function startQuantiles(least = 1): Quantiles {
  const bins = new Uint32Array(BINS)
  let count = 0
  return {
    add(x) {
      if (!Number.isFinite(x)) return
      const bin = x > SMALLEST ? Math.min(BINS - 1, Math.ceil(Math.log(x / SMALLEST) / LOG_GROWTH)) : 0
      bins[bin] = bins[bin]! + 1
      count++
    },
    at(q) {
      let left = q * (count - 1)
      for (let bin = 0; count >= least && bin < BINS; bin++) {
        left -= bins[bin]!
        if (left < 0) return bin && SMALLEST * Math.exp(LOG_GROWTH * (bin - 0.5))
      }
      return Number.NaN
    },
  }
}
