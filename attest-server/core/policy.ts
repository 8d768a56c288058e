import type { Contribution, Family, Scorecard, ScoreReport } from '../../shared/scorecard/scorecard.js'
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

/** What is decided on. */
type Judged = Pick<ScoreReport, 'posterior' | 'families' | 'contributions' | 'hard'>

/**
 * Families of one cause are one kind, and so are those of the behaviour engine: who works by eye tracker, voice or switch presses *and*
 * types by way of a program, so that all of it looks driven for one reason.
 */
const kindOf = (name: string, { engine, cause = name }: Family): string => (engine === 'behaviour' ? engine : cause)

/**
 * What one setting of a browser explains, on the right desktop: a wheel that jumps and a fine clock. It weighs, up to a challenge, but makes no kind of
 * evidence strong: who dictates or switches user agents there as well is asked, too.
 */
const isOfSettings = ({ id }: Contribution): boolean => id === 'input.wheel-scrolls' || id === 'input.clock-step'

const sumOf = (contributions: readonly Contribution[]): Llr => contributions.reduce((sum, { llr }) => sum + llr, 0)

/** Says how keys came about, or may say no more than that. */
const isOfKeys = ({ id }: Contribution): boolean => id.startsWith('input.key-')

/** Whether a family speaks strongly also without what it says of keys. */
const speaksBesideKeys = (name: string, contributions: Judged['contributions']): boolean =>
  sumOf(contributions.filter((one) => one.family === name && !isOfKeys(one) && !isOfSettings(one))) >= STRONG

/**
 * Where typing is all that is strong in behaviour, a program may have typed for a person: dictation, an input method, a password manager.
 * What else is said of the same keys is then no second kind.
 */
function strongKinds({ families, contributions }: Judged, card: Pick<Scorecard, 'families'>): number {
  const bySettings = (name: string) => sumOf(contributions.filter((one) => one.family === name && isOfSettings(one)))
  const strong = [...families].filter(([name, llr]) => llr - bySettings(name) >= STRONG)
  const kinds = new Map(strong.map(([name]) => [name, kindOf(name, card.families[name]!)]))
  const behaviour = [...kinds].filter(([, kind]) => kind === 'behaviour')
  const isTyped = behaviour.length === 1 && kinds.has('typing')
  const apart = [...kinds].filter(([name]) => !isTyped || name === 'typing' || speaksBesideKeys(name, contributions))
  return new Set(apart.map(([, kind]) => kind)).size
}

/**
 * A block needs a fact that proves automation, or two strong kinds of evidence that are independent. One soft family can at most
 * challenge, and so can behaviour, however many of its families speak, and so can keys alone.
 * @param card that the report was made with
 */
export function decide(report: Judged, card: Pick<Scorecard, 'families'>): Action {
  if (report.hard.length > 0) return 'block'
  if (report.posterior >= BLOCK_FROM && strongKinds(report, card) >= STRONG_KINDS) return 'block'
  return report.posterior >= CHALLENGE_FROM ? 'challenge' : 'allow'
}

/** What the browser learns of the posterior: one number for each band, the four that reCAPTCHA v3 tells sites as well. Two for each action, at most. */
const TOLD: Readonly<Record<Band, Probability>> = { human: 0.1, unclear: 0.3, suspicious: 0.7, automated: 0.9 }

/** Whoever is told how much better one change of their evidence was than another climbs; the fine number is for the holder of the secret key. */
export const coarseScore = (band: Band): Probability => TOLD[band]

/** The posterior in words, as `Band` defines them. */
export function bandOf(posterior: Probability): Band {
  if (posterior < 0.2) return 'human'
  if (posterior < 0.5) return 'unclear'
  return posterior < 0.9 ? 'suspicious' : 'automated'
}
