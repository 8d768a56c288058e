import { startDice } from '../../paths/start-dice.js'
import { byScore, weightedAuc } from './auc.js'
import type { Bounds } from './binomial-bounds.js'

/** A score and whose it is: the visits of one user hang together. */
export interface Scored {
  readonly score: number
  readonly bot: boolean
  readonly user: string
}

const ROUNDS = 1000
const SEED = 1

/**
 * Bounds of the AUC at 95 % by resampling users, not visits, with replacement (percentiles of 1,000 rounds; Efron and Tibshirani,
 * 1993). A few people who all do well say little about people, and the bounds show it.
 */
export function bootstrapAuc(visits: readonly Scored[]): Bounds {
  const { integer } = startDice(SEED)
  const sorted = [...visits].sort(byScore)
  const users = [true, false].map((bot) => [...new Set(sorted.filter((visit) => visit.bot === bot).map(({ user }) => user))].sort())
  const areas = Array.from({ length: ROUNDS }, () => {
    const drawn = new Map<string, number>()
    for (const names of users) {
      for (let i = 0; i < names.length; i++) {
        const name = names[integer(0, names.length - 1)]!
        drawn.set(name, (drawn.get(name) ?? 0) + 1)
      }
    }
    return weightedAuc(sorted.map(({ score, bot, user }) => ({ score, bot, weight: drawn.get(user) ?? 0 })))
  }).sort((a, b) => a - b)
  return { low: areas[Math.floor(0.025 * ROUNDS)] ?? Number.NaN, high: areas[Math.ceil(0.975 * ROUNDS) - 1] ?? Number.NaN }
}
