import type { Ms, Probability } from '../../../shared/units.js'
import { appraiseSession } from './evidence/appraise-session.js'
import { humanEvidence, humanLikeness, onTable, shown } from './evidence/scale.js'
import { type Verdict, verdictOf } from './evidence/verdict-of.js'
import { type Intent, intentOf } from './intent/intent-of.js'
import { visitOfSession } from './intent/visit-of-session.js'
import type { SessionState } from './session/session-state.js'
import { detectionSignals } from './signals/detection/index.js'
import { reportSignals } from './signals/report-signals.js'
import type { SignalReport } from './signals/signal.js'
import { viewOf } from './signals/view-of.js'

/** The body of /api/score (LAB-21, 24, 25), without `request_id`. */
export interface BehaviourScore {
  /** 0 to 100, higher is more human, to one decimal downwards: {@link humanLikeness} of the ln odds of automation. */
  readonly overall_score: number
  readonly verdict: Verdict
  /** All 22, by name. */
  readonly signals: Readonly<Record<string, SignalReport>>
  readonly intent: Intent
  /** Of `human`: P(no automation). Of the others: P(this intent | a bot). To two decimals. */
  readonly intent_confidence: Probability
  /** Events that were understood; and items that were not. */
  readonly event_count: number
  readonly ignored_count: number
  /** From the first to the latest event, whole ms. */
  readonly duration_ms: Ms
}

/** Events that were understood. */
export const eventCountOf = ({ counts: { ignored, ...known } }: SessionState): number =>
  Object.values(known).reduce((sum, count) => sum + count, 0)

/** What /api/score says of a session. Pure. */
export function scoreBehaviour(state: SessionState): BehaviourScore {
  const { seen, report } = appraiseSession(state)
  const overall = onTable(humanLikeness, report.llr)
  const verdict = verdictOf(overall)
  const view = viewOf(seen)
  const signals = detectionSignals.map(({ name, weight }) => ({ name, weight, score: onTable(humanEvidence, view.evidenceOf(name)) }))
  const { intent, confidence } =
    verdict === 'PASS'
      ? { intent: 'human' as const, confidence: 1 - report.posterior }
      : intentOf(new Map([...seen, ...visitOfSession(state)]))
  return {
    overall_score: shown(overall),
    verdict,
    signals: reportSignals(signals),
    intent,
    intent_confidence: Math.round(100 * confidence) / 100,
    event_count: eventCountOf(state),
    ignored_count: state.counts.ignored,
    duration_ms: Math.round(state.clock.now ?? 0),
  }
}
