import type { Observations } from '../../../shared/observation.js'
import type { ScoreReport } from '../../../shared/scorecard/scorecard.js'
import type { Llr, Seconds } from '../../../shared/units.js'
import type { BotType, Kind } from './kind.js'

/** The body is a machine's from here on, about 5 to 1, and ... */
const MACHINE: Llr = 1.6
/** ... a person's up to here. */
const PERSON: Llr = -1
/** Somebody seems to think between two deeds. A language model takes as long: `ai-agent` goes first. */
const HESITATION: Seconds = 5

/**
 * Body and mind, as services that look for agents put it: the body is how it moves, types and is built; the mind is who decides.
 * `human_larping` moves like a person, `remote_controlled` has a machine's body and waits for somebody, `autonomous_agent` does not.
 * @param kind undefined where nothing was taken for a bot.
 */
export function botTypeOf(
  kind: Kind | undefined,
  { engines, givenBack }: Pick<ScoreReport, 'engines' | 'givenBack'>,
  seen: Observations,
): BotType {
  if (kind === 'replay') return 'replay_bot'
  // A copied hand makes no person of a driver here either.
  const body = engines.behaviour + engines.automation + givenBack
  if (body <= PERSON) return 'human_larping'
  if (kind === undefined || body < MACHINE) return null
  const pause = seen.get('visit.pause')
  const hesitates = pause?.state === 'ok' && Number(pause.value) >= HESITATION
  return hesitates && kind !== 'ai-agent' ? 'remote_controlled' : 'autonomous_agent'
}
