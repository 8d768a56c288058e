import type { Probability } from '../../../shared/units.js'
import type { Action } from '../../../shared/wire/verdict.js'

/** DIP-04. */
export type DetectipBand = 'human' | 'suspicious' | 'automated' | 'known-bot'

/** 0: a person … 100: a bot (DIP-03). Rises with the posterior. */
export const detectipScore = (posterior: Probability): number => Math.round(100 * posterior)

/** @param isHard whether a fact proves automation: such a bot is known, whatever else speaks for a person */
export function detectipBand(score: number, isHard: boolean): DetectipBand {
  if (isHard || score >= 90) return 'known-bot'
  if (score >= 60) return 'automated'
  return score >= 30 ? 'suspicious' : 'human'
}

/** What was decided, in the words that this surface shares; a hard rule always blocks (DIP-07), also where a project only observes (BOT-54). */
export const detectipAction = (decided: Action, isHard: boolean): Action => (isHard ? 'block' : decided)
