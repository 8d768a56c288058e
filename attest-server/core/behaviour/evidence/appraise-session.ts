import type { Observations } from '../../../../shared/observation.js'
import { score } from '../../../../shared/scorecard/score.js'
import type { ScoreReport } from '../../../../shared/scorecard/scorecard.js'
import type { SessionState } from '../session/session-state.js'
import { behaviourCard } from './behaviour-card.js'
import { observeSession } from './observe-session.js'

/** What a session says, and how it weighs: the one report of which every score of these surfaces is a map. */
export interface Appraisal {
  readonly seen: Observations
  readonly report: ScoreReport
}

export function appraiseSession(state: SessionState): Appraisal {
  const seen = observeSession(state)
  return { seen, report: score(seen, behaviourCard) }
}
