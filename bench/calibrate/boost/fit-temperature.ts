import type { Targets } from './boost.js'

/** Mean log loss of margins multiplied by `scale`, with bots as common as the prior says. */
function lossAt(scale: number, margins: Float64Array, { labels, masses }: Targets, prior: number): number {
  const odds = 1 / (1 + Math.exp(-prior))
  let sum = 0
  for (let i = 0; i < margins.length; i++) {
    const logit = prior + scale * margins[i]!
    sum += labels[i] ? odds * masses[i]! * Math.log1p(Math.exp(-logit)) : (1 - odds) * masses[i]! * Math.log1p(Math.exp(logit))
  }
  return sum
}

/** What the fit shrank because it had seen little is not to be blown up again by how well it went. */
const MOST = 1.2
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * By how much to multiply all weights so that the posterior is a probability (temperature scaling; Guo et al., ICML 2017), by golden
 * section. A factor, and no offset: no evidence must stay no evidence.
 *
 * @param margins of examples that the fit has not seen; with those it has, the factor comes out too large
 * @param prior ln odds of a bot
 */
export function fitTemperature(margins: Float64Array, targets: Targets, prior: number): number {
  let [low, high] = [0.1, MOST]
  while (high - low > 1e-3) {
    const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
    if (lossAt(a, margins, targets, prior) < lossAt(b, margins, targets, prior)) high = b
    else low = a
  }
  return (low + high) / 2
}
