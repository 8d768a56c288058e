import type { Llr, Probability } from '../../../../shared/units.js'
import type { Judgement } from '../judged.js'

const probability = (llr: Llr): Probability => 1 / (1 + Math.exp(-llr))

/** The one posterior of a visit. */
export const posteriorOf = ({ llr }: Pick<Judgement, 'llr'>): Probability => probability(llr)

const shown = (llr: Llr): number => Math.min(99, Math.max(1, Math.round(100 * (1 - probability(llr)))))

/**
 * 0: not computed · 1: surely a bot … 99: surely a person (BOT-33). Falls as the posterior rises. What probes of the browser say alone puts
 * nobody below the threshold who would else be above it (BOT-51).
 */
export function sessionScore(judged: Pick<Judgement, 'llr' | 'unprobed' | 'hard'> | undefined, threshold: number): number {
  if (!judged) return 0
  if (judged.hard.length > 0) return 1
  const score = shown(judged.llr)
  return judged.unprobed === undefined ? score : Math.max(score, Math.min(threshold, shown(judged.unprobed)))
}

/** BOT-32. `confident_automated` is known to clients and never said. */
export type SessionBand = 'not_computed' | 'definite' | 'likely_automated' | 'likely_human' | 'verified'

/** The score against the project's threshold, 1 to 99 (BOT-53). Whoever is verified is that, scored or not. */
export function sessionBand(score: number, threshold: number, isVerified: boolean): SessionBand {
  if (isVerified) return 'verified'
  if (score === 0) return 'not_computed'
  if (score === 1) return 'definite'
  return score < threshold ? 'likely_automated' : 'likely_human'
}
