import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialBounds } from './binomial-bounds.js'

/** P(exactly `hits` of `trials`), by logarithms of factorials. */
function chance(hits: number, trials: number, share: number): number {
  let ln = hits * Math.log(share) + (trials - hits) * Math.log(1 - share)
  for (let i = 1; i <= hits; i++) ln += Math.log((trials - hits + i) / i)
  return Math.exp(ln)
}

/** How often the true share lies outside the bounds, summed over all that can come of so many trials. */
function missed(trials: number, share: number, risk: number) {
  const outcomes = Array.from({ length: trials + 1 }, (_, hits) => ({
    ...binomialBounds(hits, trials, risk),
    p: chance(hits, trials, share),
  }))
  const sum = (all: readonly { p: number }[]) => all.reduce((total, { p }) => total + p, 0)
  return { above: sum(outcomes.filter(({ lower }) => lower > share)), below: sum(outcomes.filter(({ upper }) => upper < share)) }
}

const counts = fc.integer({ min: 1, max: 5000 }).chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)))
const risk = fc.double({ min: 1e-9, max: 0.5, noNaN: true })

describe('the bounds of a share', () => {
  it('lie around what was seen', () => {
    fc.assert(
      fc.property(counts, risk, ([hits, trials], risk) => {
        const { lower, upper } = binomialBounds(hits, trials, risk)
        const seen = hits / trials
        return 0 <= lower && lower <= seen && seen <= upper && upper <= 1
      }),
    )
  })

  it('leave the truth out no more often than they say, the rarest share too', () => {
    const share = fc.oneof(fc.double({ min: 1e-4, max: 0.05, noNaN: true }), fc.double({ min: 0.01, max: 0.99, noNaN: true }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), share, fc.constantFrom(0.2, 0.05, 0.001), (trials, share, risk) => {
        const { above, below } = missed(trials, share, risk)
        return above <= risk * (1 + 1e-9) && below <= risk * (1 + 1e-9)
      }),
    )
  })

  it('say nothing of nothing, and close in with every trial', () => {
    expect(binomialBounds(0, 0, 0.01)).toEqual({ lower: 0, upper: 1 })
    const widths = [10, 100, 1000, 10_000]
      .map((trials) => binomialBounds(trials / 10, trials, 0.01))
      .map(({ lower, upper }) => upper - lower)
    expect(widths).toEqual([...widths].sort((a, b) => b - a))
    expect(widths.at(-1)).toBeLessThan(0.02)
  })

  it('are those of the formula where there is one: nothing of n is at most 1 − risk^(1/n)', () => {
    expect(binomialBounds(0, 100, 0.01).upper).toBeCloseTo(1 - 0.01 ** (1 / 100), 9)
    expect(binomialBounds(50, 50, 0.001).lower).toBeCloseTo(0.001 ** (1 / 50), 9)
  })
})
