import type { Family, Scorecard, ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Llr, Probability } from '../../shared/units.js'
import type { Action, Band } from '../../shared/wire/verdict.js'

/** Even odds: from here on, asking costs less than guessing. */
const CHALLENGE_FROM: Probability = 0.5
/** A block takes this much certainty, and ... */
const BLOCK_FROM: Probability = 0.95
/** ... this many kinds of evidence that do not hang together ... */
const STRONG_KINDS = 2
/** ... and each speak this strongly: about 20 to 1. */
const STRONG: Llr = 3

/**
 * Families of the behaviour engine are one kind: who works by eye tracker, voice or switch presses *and* types by way of a program, so that
 * all of it looks driven for one reason.
 */
const kindOf = (name: string, { engine }: Family): string => (engine === 'behaviour' ? engine : name)

function strongKinds(families: ScoreReport['families'], card: Pick<Scorecard, 'families'>): number {
  const strong = [...families].filter(([, llr]) => llr >= STRONG).map(([name]) => kindOf(name, card.families[name]!))
  return new Set(strong).size
}

/**
 * A block needs a fact that proves automation, or two strong kinds of evidence that are independent. One soft family can at most
 * challenge, and so can behaviour, however many of its families speak.
 * @param card that the report was made with
 */
export function decide(report: Pick<ScoreReport, 'posterior' | 'families' | 'hard'>, card: Pick<Scorecard, 'families'>): Action {
  if (report.hard.length > 0) return 'block'
  if (report.posterior >= BLOCK_FROM && strongKinds(report.families, card) >= STRONG_KINDS) return 'block'
  return report.posterior >= CHALLENGE_FROM ? 'challenge' : 'allow'
}

/** The posterior in words, as `Band` defines them. */
export function bandOf(posterior: Probability): Band {
  if (posterior < 0.2) return 'human'
  if (posterior < 0.5) return 'unclear'
  return posterior < 0.9 ? 'suspicious' : 'automated'
}
