import type { EpochSeconds } from '../../../shared/units.js'
import type { StoreLimits } from '../ports.js'
import { CLAIM_GRACE, DEVICE_RETENTION, PACE_WINDOW, SESSION_RETENTION } from '../retention.js'
import type { Database } from './database.js'

/** Rows of one table in one go: 2 ms where they lie as they came, 15 where they lie anywhere, so that no request waits long behind it. */
const BATCH = 200

/** @returns what drops sessions that were last seen before a moment. @param which is in the words of a partial index. */
function dropSessions(database: Database, which: 'answer > 0' | 'answer = 0'): (before: EpochSeconds) => number {
  const drop = database.prepare(
    `DELETE FROM sessions WHERE (project_id, session) IN
       (SELECT project_id, session FROM sessions WHERE ${which} AND last_seen <= ? LIMIT ${BATCH})`,
  )
  return (before) => drop.run(before)
}

/** What a table is called, its key, and the order in which its rows go: those that would expire first. */
const VERDICTS = ['verdicts', 'rowid', 'until'] as const
const DEVICES = ['devices', 'thumbprint', 'last_seen'] as const

/** @returns what drops rows beyond `most`. */
function dropSurplus(database: Database, [table, key, order]: typeof VERDICTS | typeof DEVICES, most: number): () => number {
  const count = database.prepare(`SELECT rows FROM counts WHERE name = '${table}'`)
  const drop = database.prepare(`DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} ORDER BY ${order} LIMIT ?)`)
  return () => {
    const surplus = Number(count.get()?.rows) - most
    return surplus > 0 ? drop.run(Math.min(surplus, BATCH)) : 0
  }
}

/** @returns what drops expired rows, a batch of each table at a time. */
export function createPrune(database: Database, limits: StoreLimits): (now: EpochSeconds) => number {
  const claims = database.prepare(`DELETE FROM claims WHERE id IN (SELECT id FROM claims WHERE until <= ? LIMIT ${BATCH})`)
  const verdicts = database.prepare(`DELETE FROM verdicts WHERE rowid IN (SELECT rowid FROM verdicts WHERE until <= ? LIMIT ${BATCH})`)
  const devices = database.prepare(
    `DELETE FROM devices WHERE thumbprint IN (SELECT thumbprint FROM devices WHERE last_seen <= ? LIMIT ${BATCH})`,
  )
  const answered = dropSessions(database, 'answer > 0')
  const unanswered = dropSessions(database, 'answer = 0')
  const keys = database.prepare('DELETE FROM signing_keys WHERE retires_at <= ?')
  const verdictSurplus = dropSurplus(database, VERDICTS, limits.verdictRecords)
  const deviceSurplus = dropSurplus(database, DEVICES, limits.devices)
  return (now) => {
    const expired = claims.run(now - CLAIM_GRACE) + verdicts.run(now) + keys.run(now) + devices.run(now - DEVICE_RETENTION)
    return expired + answered(now - SESSION_RETENTION) + unanswered(now - PACE_WINDOW) + verdictSurplus() + deviceSurplus()
  }
}
