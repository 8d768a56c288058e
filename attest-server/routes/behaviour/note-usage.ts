import type { Context } from 'hono'
import { USED_LIFE } from '../../core/accounts/signup-life.js'
import type { Caller } from '../../core/caller.js'
import type { AppEnv } from '../http/env.js'
import type { BehaviourDeps } from './deps.js'
import { timestamp } from './timestamp.js'

/** One line of LAB-32, by the route's pattern: a session's name is no business of a list. An account that is used stays. */
export async function noteUsage(
  c: Context<AppEnv>,
  { projectId, keyId }: Caller,
  verdict: string,
  { usage, accounts, clock }: BehaviourDeps,
): Promise<void> {
  await accounts.keep(projectId, Math.floor(clock()) + USED_LIFE)
  await usage.record(projectId, keyId, {
    timestamp: timestamp(clock()),
    endpoint: c.get('route'),
    verdict,
    request_id: c.get('requestId'),
  })
}
