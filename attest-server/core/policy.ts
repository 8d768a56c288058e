import type { ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Llr, Probability } from '../../shared/units.js'
import type { Action, Band } from '../../shared/wire/verdict.js'

/** Even odds: from here on, asking costs less than guessing. */
const CHALLENGE_FROM: Probability = 0.5
/** A block takes this much certainty, and ... */
const BLOCK_FROM: Probability = 0.95
/** ... this many families of facts that do not hang together ... */
const STRONG_FAMILIES = 2
/** ... and each speak this strongly: about 20 to 1. */
const STRONG: Llr = 3

/** A block needs a fact that proves automation, or two strong kinds of evidence that are independent. One soft family can at most challenge. */
export function decide(report: Pick<ScoreReport, 'posterior' | 'families' | 'hard'>): Action {
  if (report.hard.length > 0) return 'block'
  const strong = [...report.families.values()].filter((llr) => llr >= STRONG).length
  if (strong >= STRONG_FAMILIES && report.posterior >= BLOCK_FROM) return 'block'
  return report.posterior >= CHALLENGE_FROM ? 'challenge' : 'allow'
}

/** The posterior in words, as `Band` defines them. */
export function bandOf(posterior: Probability): Band {
  if (posterior < 0.2) return 'human'
  if (posterior < 0.5) return 'unclear'
  return posterior < 0.9 ? 'suspicious' : 'automated'
}
