import type { DocumentedValues } from '../../rules/fields/documented-fields.js'
import type { FoundSession } from '../find-session.js'
import { isStaticPath } from './is-static-path.js'
import { sessionBand, sessionScore } from './session-score.js'

/** What a backend says of the request for which it asks (BOT-30). Left out: unknown. */
export interface RuleContext {
  readonly path?: string
  readonly ip?: string
  readonly country?: string
  readonly ua?: string
}

/** What rules read of a session (BOT-55). Where the backend says no country, it is the one from which the visit was posted. */
export function documentedValues(found: FoundSession, context: RuleContext, threshold: number): DocumentedValues {
  const { judgement, identity, network, state, probes } = found
  const { sums } = state
  const verified = identity.state === 'verified' ? identity.verified : undefined
  const score = sessionScore(judgement, threshold)
  return {
    score,
    band: sessionBand(score, threshold, verified !== undefined),
    verified_bot: verified !== undefined,
    verified_bot_category: verified?.category ?? null,
    'js_detection.passed': probes,
    static_resource: isStaticPath(context.path),
    detection_ids: judgement?.hits ?? [],
    path: context.path ?? null,
    ip: context.ip ?? null,
    country: context.country ?? network.country,
    ua: context.ua ?? null,
    'behavioral.mouse_entropy': sums.entropy?.[1] ?? null,
    'behavioral.scroll_velocity': sums.scroll_velocity ?? null,
    'behavioral.visibility_changes': sums.visibility_changes ?? null,
    'behavioral.first_input_delay_ms': sums.first_input_delay_ms ?? null,
  }
}
