import type { Probability } from '../../../shared/units.js'

/** Visits whose posteriors are near each other. */
export interface CalibrationBin {
  /** Mean posterior. */
  readonly said: Probability
  /** Share of bots. */
  readonly was: Probability
  /** Share of all the weight, 0 to 1. */
  readonly weight: number
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[]
  /** Expected calibration error: how far a posterior is off, on average (Naeini, Cooper and Hauskrecht, 2015). */
  readonly ece: number
}

const BINS = 10

/**
 * How far posteriors are what they say, in bins of equal width. Files hold bots and people in any proportion; they are weighed so that
 * bots are as frequent as the card's own prior says.
 *
 * @param prior ln odds
 * @returns an `ece` of NaN unless there are both
 */
export function calibrationOf(bots: readonly Probability[], people: readonly Probability[], prior: number): Calibration {
  const shareOfBots = 1 / (1 + Math.exp(-prior))
  const sums = Array.from({ length: BINS }, () => ({ weight: 0, said: 0, bots: 0 }))
  const add = (posteriors: readonly Probability[], share: number, bot: number) => {
    for (const posterior of posteriors) {
      const sum = sums[Math.min(BINS - 1, Math.floor(posterior * BINS))]!
      const weight = share / posteriors.length
      sum.weight += weight
      sum.said += weight * posterior
      sum.bots += weight * bot
    }
  }
  add(bots, shareOfBots, 1)
  add(people, 1 - shareOfBots, 0)
  const bins = sums
    .filter(({ weight }) => weight > 0)
    .map(({ weight, said, bots }) => ({ said: said / weight, was: bots / weight, weight }))
  const both = bots.length > 0 && people.length > 0
  return { bins, ece: both ? bins.reduce((sum, { said, was, weight }) => sum + weight * Math.abs(said - was), 0) : Number.NaN }
}
