/** LAB-23, by the score that is not rounded. */
export type Verdict = 'PASS' | 'MARGINAL' | 'FAIL'

/** LAB-42. */
export type BotVerdict = 'BOT_VERIFIED' | 'UNCERTAIN' | 'HUMAN_DETECTED'

/** @param score human likeness, 0 to 100 */
export function verdictOf(score: number): Verdict {
  if (score >= 70) return 'PASS'
  return score >= 50 ? 'MARGINAL' : 'FAIL'
}

/** Both dimensions must pass, and so must the whole (LAB-41): what is not known has not passed. @param overall bot likeness, 0 to 100; NaN: not known */
export function botVerdictOf(overall: number, body: number, mind: number): BotVerdict {
  if (overall < 40) return 'HUMAN_DETECTED'
  return overall >= 70 && body >= 70 && mind >= 70 ? 'BOT_VERIFIED' : 'UNCERTAIN'
}
