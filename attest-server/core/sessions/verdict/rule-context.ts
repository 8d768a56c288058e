import type { HttpFacts } from '../../../facts/fact.js'
import type { DocumentedValues } from '../../rules/fields/documented-fields.js'
import type { FieldRegistry, ReadField } from '../../rules/fields/field.js'
import { readFields } from '../../rules/fields/read-fields.js'
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

/** Longer ones are unknown. */
export const LONGEST_SAID = 2048

/** What rules are told of a request that came here by itself. Its path is only what a browser says of the page, so it is unknown. */
export function contextOf({ address, network, headers }: HttpFacts): RuleContext {
  const ua = headers.get('user-agent')
  const country = network?.country ?? undefined
  return {
    ...(address !== undefined && { ip: address }),
    ...(country !== undefined && { country }),
    ...(ua !== undefined && ua !== '' && ua.length <= LONGEST_SAID && { ua }),
  }
}

/** The one way in which rules read a session: when it is asked for, when a verdict is signed, and in a preview. */
export const readSession = (found: FoundSession, context: RuleContext, threshold: number, fields: FieldRegistry): ReadField =>
  readFields(fields, documentedValues(found, context, threshold), found.observations)

/** What rules read of a session (BOT-55). Where the backend says no country, it is the one from which the visit was posted. */
function documentedValues(found: FoundSession, context: RuleContext, threshold: number): DocumentedValues {
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
