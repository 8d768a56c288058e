import type { Context } from 'hono'
import type { Caller } from '../../core/caller.js'
import type { AppEnv } from '../http/env.js'
import type { BehaviourDeps } from './deps.js'
import { timestamp } from './timestamp.js'

/** One line of LAB-32, by the route's pattern: a session's name is no business of a list. */
export function noteUsage(
  c: Context<AppEnv>,
  { projectId, keyId }: Caller,
  verdict: string,
  { usage, clock }: BehaviourDeps,
): Promise<void> {
  return usage.record(projectId, keyId, {
    timestamp: timestamp(clock()),
    endpoint: c.get('route'),
    verdict,
    request_id: c.get('requestId'),
  })
}
