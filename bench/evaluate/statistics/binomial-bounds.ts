export interface Bounds {
  readonly low: number
  readonly high: number
}

/** Halvings of the range from 0 to 1: beyond the precision of a double. */
const HALVINGS = 60

/** P(at most k of n) where each happens with probability p. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1
  if (p >= 1) return k >= n ? 1 : 0
  let term = n * Math.log1p(-p)
  let sum = Math.exp(term)
  for (let i = 1; i <= k; i++) {
    term += Math.log((n - i + 1) / i) + Math.log(p / (1 - p))
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}

/** Where a falling function of p passes `level`. */
function cross(falling: (p: number) => number, level: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (falling(middle) > level) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * Exact bounds of a share at 95 % (Clopper and Pearson, 1934) when `k` of `n` happened. None or all of them: one-sided, the upper bound
 * of none is about 3/n ("rule of three"). Nothing tried: anything.
 */
export function binomialBounds(k: number, n: number): Bounds {
  if (n === 0) return { low: 0, high: 1 }
  if (k === 0) return { low: 0, high: 1 - 0.05 ** (1 / n) }
  if (k === n) return { low: 0.05 ** (1 / n), high: 1 }
  return { low: cross((p) => atMost(k - 1, n, p), 0.975), high: cross((p) => atMost(k, n, p), 0.025) }
}
