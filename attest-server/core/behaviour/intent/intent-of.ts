import type { Observations } from '../../../../shared/observation.js'
import { score } from '../../../../shared/scorecard/score.js'
import type { Probability } from '../../../../shared/units.js'
import { type Kind, kinds } from '../../kinds/kind.js'
import { UNKNOWN_WEIGHT } from '../../kinds/kinds-card.js'
import { intentCard } from './intent-card.js'

/** LAB-24. */
export type Intent =
  | 'human'
  | 'credential_stuffing'
  | 'scraping'
  | 'spam_submission'
  | 'account_takeover'
  | 'replay_attack'
  | 'framework_automation'
  | 'click_fraud'
  | 'unknown_bot'

/** Our kinds in its words, which have none for an agent that a language model drives. */
const intents: Readonly<Record<Kind, Intent>> = {
  'framework-automation': 'framework_automation',
  replay: 'replay_attack',
  scraping: 'scraping',
  'form-spam': 'spam_submission',
  'credential-stuffing': 'credential_stuffing',
  'account-takeover': 'account_takeover',
  'click-fraud': 'click_fraud',
  'ai-agent': 'unknown_bot',
  unknown: 'unknown_bot',
}

/**
 * What a bot is after, if this is one. Pure, and without influence on any score.
 * @param seen all observations of the session, `visit.*` included
 * @returns `confidence`: P(this intent | a bot), by weights that were set by hand
 */
export function intentOf(seen: Observations): { readonly intent: Intent; readonly confidence: Probability } {
  const { families } = score(seen, intentCard)
  const odds = kinds.map((kind) => [kind, Math.exp(kind === 'unknown' ? UNKNOWN_WEIGHT : (families.get(kind) ?? 0))] as const)
  // Of equals the later, as for verdicts: nothing is named that `unknown` reaches.
  const [kind] = odds.reduce((best, next) => (next[1] >= best[1] ? next : best))
  const all = odds.reduce((sum, [, one]) => sum + one, 0)
  const alike = odds.filter(([other]) => intents[other] === intents[kind]).reduce((sum, [, one]) => sum + one, 0)
  return { intent: intents[kind], confidence: alike / all }
}
