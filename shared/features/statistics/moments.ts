/** Running mean and spread. */
export interface Moments {
  /** Ignores what is not a finite number. */
  add(x: number): void
  count(): number
  mean(): number
  /** Standard deviation of the sample (n − 1). NaN below two numbers. */
  deviation(): number
  /** Coefficient of variation: deviation / mean. NaN where the mean is not above 0. */
  variation(): number
}

/** Welford's one-pass algorithm (Technometrics 4(3), 1962): exact in one pass, without cancellation. */
export function startMoments(): Moments {
  let count = 0
  let mean = 0
  let squares = 0
  const deviation = () => (count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN)
  return {
    add(x) {
      if (!Number.isFinite(x)) return
      count++
      const from = x - mean
      mean += from / count
      squares += from * (x - mean)
    },
    count: () => count,
    mean: () => (count ? mean : Number.NaN),
    deviation,
    variation: () => (mean > 0 ? deviation() / mean : Number.NaN),
  }
}
