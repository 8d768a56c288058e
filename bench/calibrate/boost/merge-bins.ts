import type { Llr } from '../../../shared/units.js'
import { type Term, UNKNOWN } from './term.js'

export interface Bins {
  readonly edges: readonly number[]
  readonly weights: readonly Llr[]
}

interface Pool {
  readonly weight: Llr
  readonly mass: number
}

const join = (a: Pool, b: Pool): Pool => {
  const mass = a.mass + b.mass
  return { mass, weight: (a.weight * a.mass + b.weight * b.mass) / mass }
}

/** What the fit loses when two neighbours become one: the deviance, to second order. */
const loss = (a: Pool, b: Pool): number => ((a.mass * b.mass) / (a.mass + b.mass)) * (a.weight - b.weight) ** 2

/**
 * Makes neighbouring bins one, those first whose weights differ least for what is in them, until each step is worth `worth` and there
 * are no more than `most`. Fewer bins are easier to read, travel lighter and follow chance less.
 */
export function mergeBins(edges: readonly number[], weights: ArrayLike<Llr>, masses: ArrayLike<number>, most: number, worth: number): Bins {
  const ends = [...edges]
  const pools = Array.from(weights, (weight, i): Pool => ({ weight, mass: Math.max(1e-6, masses[i]!) }))
  while (pools.length > 1) {
    const losses = pools.slice(1).map((pool, i) => loss(pools[i]!, pool))
    const least = losses.indexOf(Math.min(...losses))
    if (losses[least]! >= worth && pools.length <= most) break
    pools.splice(least, 2, join(pools[least]!, pools[least + 1]!))
    ends.splice(least, 1)
  }
  return { edges: ends, weights: pools.map(({ weight }) => weight) }
}

/** How many examples, by their mass, are in each bin. */
export function massOfBins({ codes, weights }: Term, masses: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length)
  for (let i = 0; i < codes.length; i++) if (codes[i] !== UNKNOWN) sums[codes[i]!]! += masses[i]!
  return sums
}
