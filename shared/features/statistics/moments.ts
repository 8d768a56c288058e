/** Running mean and spread: NaN while there are fewer numbers than the least. */
export interface Moments {
  /** Ignores what is not a finite number. */
  add(x: number): void
  mean(): number
  /** Standard deviation of the sample (n − 1). */
  deviation(): number
  /** Coefficient of variation: deviation / mean. NaN where the mean is not above 0. */
  variation(): number
}

/** Welford's one-pass algorithm (Technometrics 4(3), 1962): exact in one pass, without cancellation. @param least at least 2 for a spread */
export function startMoments(least = 2): Moments {
  let count = 0
  let mean = 0
  let squares = 0
  const deviation = () => (count >= least ? Math.sqrt(squares / (count - 1)) : Number.NaN)
  return {
    add(x) {
      if (!Number.isFinite(x)) return
      count++
      const from = x - mean
      mean += from / count
      squares += from * (x - mean)
    },
    mean: () => (count >= least ? mean : Number.NaN),
    deviation,
    variation: () => (mean > 0 ? deviation() / mean : Number.NaN),
  }
}
