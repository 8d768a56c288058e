import type { Probability } from '../../../shared/units.js'

/** What was judged of a session, as far as this surface shows it. */
export interface JudgedSession {
  readonly posterior: Probability
  /** Whether a fact proves automation (`hard` of the report). */
  readonly isHard: boolean
}

/** BOT-32. `confident_automated` is known to clients and never said. */
export type SessionVerdict = 'not_computed' | 'definite' | 'likely_automated' | 'likely_human' | 'verified'

/** 0: not computed · 1: surely a bot … 99: surely a person (BOT-33). Falls as the posterior rises. */
export function sessionScore(judged: JudgedSession | undefined): number {
  if (!judged) return 0
  const score = Math.round(100 * (1 - judged.posterior))
  return judged.isHard ? 1 : Math.min(99, Math.max(1, score))
}

/** The score against the project's threshold, 1 to 99 (BOT-53). Whoever is verified is that, scored or not. */
export function sessionVerdict(score: number, threshold: number, isVerified: boolean): SessionVerdict {
  if (isVerified) return 'verified'
  if (score === 0) return 'not_computed'
  if (score === 1) return 'definite'
  return score < threshold ? 'likely_automated' : 'likely_human'
}
