import type { ObservationId } from '../../../shared/observation.js'
import type { Probability } from '../../../shared/units.js'

/**
 * What a program is, or what it is after. `framework-automation`, `replay` and `ai-agent` say how it works, the others what it wants;
 * what it wants goes first where both are plain.
 */
export const kinds = [
  'framework-automation',
  'replay',
  'scraping',
  'form-spam',
  'credential-stuffing',
  'account-takeover',
  'click-fraud',
  'ai-agent',
  'unknown',
] as const
export type Kind = (typeof kinds)[number]

/** What drives the client, in the words of services that tell agents from people; null where none of them fits. */
export type BotType = 'autonomous_agent' | 'human_larping' | 'remote_controlled' | 'replay_bot' | null

/** Of a session that was challenged or blocked: which kind of bot it looks like, if it is one. */
export interface KindReport {
  readonly name: Kind
  /** P(this kind | it is a bot), by the weights of `kinds-card.ts`. */
  readonly confidence: Probability
  /** What led there, heaviest first; empty for `unknown`. */
  readonly evidence: readonly ObservationId[]
  /** Automation that says so itself and hides nothing. It is treated like any other; a site may want to treat it differently. */
  readonly declared: boolean
  readonly botType: BotType
}
