import type { BotType } from '../kinds/kind.js'
import { appraiseSession } from './evidence/appraise-session.js'
import { botLikeness, onTable, shown } from './evidence/scale.js'
import { type BotVerdict, botVerdictOf } from './evidence/verdict-of.js'
import { eventCountOf } from './score-behaviour.js'
import type { SessionState } from './session/session-state.js'
import { meanOf, reportSignals } from './signals/report-signals.js'
import type { SignalReport } from './signals/signal.js'
import { verificationSignals } from './signals/verification/index.js'
import { viewOf } from './signals/view-of.js'

/** The body of /api/verify-bot (LAB-41), without the trust token. */
export interface BehaviourVerification {
  readonly verdict: BotVerdict
  /** 0 to 100, higher is more of a bot: {@link botLikeness} of the ln odds that /api/score maps, too. */
  readonly overall_score: number
  /** Means of the signals of each dimension by weight, null where none is there. */
  readonly body_score: number | null
  readonly mind_score: number | null
  readonly bot_type: BotType
  /** All 20, by name; left out where an ephemeral request met a person (`X-Ephemeral`). */
  readonly signals?: Readonly<Record<string, SignalReport>>
  readonly event_count: number
}

const BODY: ReadonlySet<string> = new Set(verificationSignals.filter(({ dimension }) => dimension === 'body').map(({ name }) => name))

const orNull = (score: number): number | null => (Number.isNaN(score) ? null : shown(score))

/** LAB-43. What is not known makes no type. @param repetition the score of `path_repetition` */
function verifiedBotType(verdict: BotVerdict, body: number, mind: number, repetition: number): BotType {
  if (repetition >= 70) return 'replay_bot'
  if (verdict === 'HUMAN_DETECTED' && body < 40) return 'human_larping'
  if (body >= 70 && mind >= 70) return 'autonomous_agent'
  return body >= 70 && mind < 70 ? 'remote_controlled' : null
}

/** What /api/verify-bot says of a session. Pure. */
export function verifyBehaviour(state: SessionState, options: { readonly ephemeral?: boolean } = {}): BehaviourVerification {
  const { seen, report } = appraiseSession(state)
  const view = viewOf(seen)
  const signals = verificationSignals.map(({ name, weight, scale, read }) => ({ name, weight, score: onTable(scale, read(view)) }))
  const body = meanOf(signals.filter(({ name }) => BODY.has(name)))
  const mind = meanOf(signals.filter(({ name }) => !BODY.has(name)))
  const overall = onTable(botLikeness, report.llr)
  const verdict = botVerdictOf(overall, body, mind)
  const repetition = signals.find(({ name }) => name === 'path_repetition')?.score ?? Number.NaN
  return {
    verdict,
    overall_score: shown(overall),
    body_score: orNull(body),
    mind_score: orNull(mind),
    bot_type: verifiedBotType(verdict, body, mind, repetition),
    ...(!(options.ephemeral && verdict === 'HUMAN_DETECTED') && { signals: reportSignals(signals) }),
    event_count: eventCountOf(state),
  }
}
