import type { Probability, Share } from '../../../../shared/units.js'

/** Halvings: more than a double can tell apart. */
const STEPS = 60

/** Kullback-Leibler divergence of two coins, in nats. */
function divergence(seen: Share, real: Share): number {
  const part = (p: number, q: number) => (p === 0 ? 0 : p * Math.log(p / q))
  return part(seen, real) + part(1 - seen, 1 - real)
}

/** Between what was seen and the edge, the last share that is still credible. */
function search(seen: Share, edge: 0 | 1, limit: number): Share {
  let credible = seen
  let incredible: number = edge
  for (let i = 0; i < STEPS; i++) {
    const middle = (credible + incredible) / 2
    if (divergence(seen, middle) <= limit) credible = middle
    else incredible = middle
  }
  return credible
}

/**
 * Bounds of the share that stands behind `hits` of `trials`. Each is passed by the truth with a probability of at most `risk`, for any
 * number of trials and any share, the rarest too: the tail of a binomial is at most exp(−n·KL(seen‖real)) (Chernoff 1952; Hoeffding 1963, theorem 1). Wider
 * than an exact interval, and needs no tables; Wald's and Wilson's are narrower than they claim near 0, which is where shares of blocks are.
 * @returns 0 and 1 where there were no trials.
 */
export function binomialBounds(hits: number, trials: number, risk: Probability): { readonly lower: Share; readonly upper: Share } {
  if (trials === 0) return { lower: 0, upper: 1 }
  const limit = -Math.log(risk) / trials
  const seen = hits / trials
  return { lower: search(seen, 0, limit), upper: search(seen, 1, limit) }
}
