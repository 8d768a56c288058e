import type { Observations } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import type { ScoreReport } from '../../../shared/scorecard/scorecard.js'
import { botTypeOf } from './bot-type.js'
import { isDeclared } from './is-declared.js'
import { type Kind, type KindReport, kinds } from './kind.js'
import { kindsCard, UNKNOWN_WEIGHT } from './kinds-card.js'

/** Bayes' rule over the kinds, each as likely as the next before anything is seen. */
function shareOf(kind: Kind, weights: ReadonlyMap<Kind, number>): number {
  const odds = [...weights.values()].map((llr) => Math.exp(llr))
  return Math.exp(weights.get(kind)!) / odds.reduce((sum, one) => sum + one, 0)
}

/**
 * Which kind of bot this is, if it is one: pure, and without influence on the verdict.
 * @param seen everything that was observed, `visit.*` included.
 * @param report what the server card said of it.
 */
export function classify(seen: Observations, report: ScoreReport): KindReport {
  const { families, contributions } = score(seen, kindsCard)
  const weights = new Map<Kind, number>(kinds.map((kind) => [kind, kind === 'unknown' ? UNKNOWN_WEIGHT : (families.get(kind) ?? 0)]))
  // Of equals the later: `framework-automation` gives way to all, and nothing is named that `unknown` reaches.
  const [name] = [...weights].reduce((best, next) => (next[1] >= best[1] ? next : best))
  const evidence = contributions.filter(({ family, llr }) => family === name && llr > 0).map(({ id }) => id)
  return {
    name,
    confidence: Math.round(100 * shareOf(name, weights)) / 100,
    evidence: [...new Set(evidence)],
    declared: isDeclared(seen, report),
    botType: botTypeOf(name, report, seen),
  }
}
