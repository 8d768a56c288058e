import type { EpochSeconds } from '../../../shared/units.js'
import { DEVICE_RETENTION, SESSION_RETENTION } from '../retention.js'
import type { Database } from './database.js'

/** Rows of one table in one go: a few ms, so that no request waits long behind it. */
const BATCH = 2000

/** @returns what drops expired rows, a batch of each table at a time. */
export function createPrune(database: Database): (now: EpochSeconds) => number {
  const claims = database.prepare(`DELETE FROM claims WHERE id IN (SELECT id FROM claims WHERE until <= ? LIMIT ${BATCH})`)
  const verdicts = database.prepare(`DELETE FROM verdicts WHERE jti IN (SELECT jti FROM verdicts WHERE until <= ? LIMIT ${BATCH})`)
  const devices = database.prepare(
    `DELETE FROM devices WHERE thumbprint IN (SELECT thumbprint FROM devices WHERE last_seen <= ? LIMIT ${BATCH})`,
  )
  const sessions = database.prepare(
    `DELETE FROM sessions WHERE (project_id, session) IN
       (SELECT project_id, session FROM sessions WHERE last_seen <= ? LIMIT ${BATCH})`,
  )
  const keys = database.prepare('DELETE FROM signing_keys WHERE retires_at <= ?')
  return (now) =>
    claims.run(now) + verdicts.run(now) + keys.run(now) + devices.run(now - DEVICE_RETENTION) + sessions.run(now - SESSION_RETENTION)
}
