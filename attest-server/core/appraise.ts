import type { Observations } from '../../shared/observation.js'
import { score } from '../../shared/scorecard/score.js'
import type { Scorecard, ScoreReport } from '../../shared/scorecard/scorecard.js'
import type { Action } from '../../shared/wire/verdict.js'
import { type Counterfactual, counterfactuals, type Decide, type Depth } from './counterfactuals.js'
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

/**
 * Weighs, decides, and explains. Pure.
 * @param depth of the explanation: evidence for which no work was done must not cost the server more than its sender.
 */
export function appraise(observations: Observations, card: Scorecard, decide: Decide, depth: Depth): Appraisal {
  const report = score(observations, card)
  const action = decide(report, card)
  return {
    observations,
    report,
    action,
    kind: action === 'allow' ? undefined : classify(observations, report),
    counterfactuals: counterfactuals(observations, report, card, decide, depth),
  }
}
