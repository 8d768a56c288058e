import type { Probability } from '../units.js'

/** DIP-04. */
export type DetectipBand = 'human' | 'suspicious' | 'automated' | 'known-bot'

/** 0: a person … 100: a bot (DIP-03). Rises with the posterior. */
export const detectipScore = (posterior: Probability): number => Math.round(100 * posterior)

/** @param isHard whether a fact proves automation: such a bot is known, whatever else speaks for a person. Pages are never told that. */
export function detectipBand(score: number, isHard = false): DetectipBand {
  if (isHard || score >= 90) return 'known-bot'
  if (score >= 60) return 'automated'
  return score >= 30 ? 'suspicious' : 'human'
}
