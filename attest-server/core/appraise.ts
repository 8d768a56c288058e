import type { Observations } from '../../shared/observation.js'
import { score } from '../../shared/scorecard/score.js'
import type { Scorecard, ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Action } from '../../shared/wire/verdict.js'
import { type Counterfactual, counterfactuals, type Decide } from './counterfactuals.js'
import { classify } from './kinds/classify.js'
import type { KindReport } from './kinds/kind.js'

/** What was seen, what it weighs, what is done about it, and what the site's owner is told of why. */
export interface Appraisal {
  readonly observations: Observations
  readonly report: ScoreReport
  readonly action: Action
  /** Undefined where the visitor is let through. */
  readonly kind: KindReport | undefined
  readonly counterfactuals: readonly Counterfactual[]
}

/** Weighs, decides, and explains. Pure. */
export function appraise(observations: Observations, card: Scorecard, decide: Decide): Appraisal {
  const report = score(observations, card)
  const action = decide(report)
  return {
    observations,
    report,
    action,
    kind: action === 'allow' ? undefined : classify(observations, report),
    counterfactuals: counterfactuals(observations, report, card, decide),
  }
}
