import type { Share } from '../../units.js'

/** A running histogram and how evenly it is filled. */
export interface Entropy {
  /** @param bin a whole number; what falls outside counts in the first or last bin, NaN is ignored. */
  add(bin: number): void
  /** 0: all in one bin; 1: all bins alike. NaN while there are fewer than the least. */
  read(): Share
}

/** Shannon's entropy −Σ p ln p of a histogram (Bell System Technical Journal 27, 1948), as a share of its largest value, ln(bins). @param least how many must have been added before. */
export function startEntropy(bins: number, least = 1): Entropy {
  const counts = new Uint32Array(bins)
  let count = 0
  return {
    add(bin) {
      if (Number.isNaN(bin)) return
      const index = Math.min(bins - 1, Math.max(0, Math.floor(bin)))
      counts[index] = counts[index]! + 1
      count++
    },
    read() {
      if (count < least) return Number.NaN
      let sum = 0
      for (const n of counts) if (n) sum -= (n / count) * Math.log(n / count)
      return sum / Math.log(bins)
    },
  }
}
