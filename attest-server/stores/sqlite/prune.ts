import type { EpochSeconds } from '../../../shared/units.js'
import type { StoreLimits } from '../ports.js'
import { CLAIM_GRACE, DEVICE_RETENTION, LABEL_RETENTION, MESSAGE_RETENTION, PACE_WINDOW, SESSION_RETENTION } from '../retention.js'
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

/** A table with what its rows are found by, the column by which they go, and for how long after that moment they stay. */
interface Stream {
  readonly table: string
  readonly key: string
  readonly order: string
  readonly grace: number
  /** Rows that outlast a `prune`; the table is counted where there is a limit. */
  readonly most?: number
}

const streamsOf = (limits: StoreLimits): readonly Stream[] => [
  { table: 'claims', key: 'id', order: 'until', grace: CLAIM_GRACE },
  { table: 'verdicts', key: 'rowid', order: 'until', grace: 0, most: limits.verdictRecords },
  { table: 'devices', key: 'thumbprint', order: 'last_seen', grace: DEVICE_RETENTION, most: limits.devices },
  { table: 'counters', key: 'name, span', order: 'ends', grace: 0, most: limits.counters },
  { table: 'inbox_seen', key: 'project_id, session, request_id', order: 'until', grace: 0, most: limits.requestIds },
  { table: 'inbox_contacts', key: 'project_id, idempotency_key', order: 'until', grace: 0, most: limits.requestIds },
  { table: 'live_sessions', key: 'rowid', order: 'touched_at', grace: SESSION_RETENTION, most: limits.liveSessions },
  { table: 'labels', key: 'project_id, subject, question', order: 'at', grace: LABEL_RETENTION, most: limits.labels },
  { table: 'outbox', key: 'rowid', order: 'created_at', grace: MESSAGE_RETENTION },
  { table: 'exceptions', key: 'project_id, reference', order: 'until', grace: 0 },
]

/** @returns what drops rows that are over, and those that are too many; a batch of each. */
function dropStream(database: Database, { table, key, order, grace, most = Infinity }: Stream): (now: EpochSeconds) => number {
  const chosen = (which: string) => `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} ${which})`
  const expired = database.prepare(chosen(`WHERE ${order} <= ? LIMIT ${BATCH}`))
  const first = database.prepare(chosen(`ORDER BY ${order} LIMIT ?`))
  const count = database.prepare(`SELECT rows FROM counts WHERE name = '${table}'`)
  return (now) => {
    const over = expired.run(now - grace)
    if (most === Infinity) return over
    const surplus = Number(count.get()?.rows) - most
    return over + (surplus > 0 ? first.run(Math.min(surplus, BATCH)) : 0)
  }
}

/** @returns what drops expired rows, a batch of each table at a time. */
export function createPrune(database: Database, limits: StoreLimits): (now: EpochSeconds) => number {
  const streams = streamsOf(limits).map((stream) => dropStream(database, stream))
  const answered = dropSessions(database, 'answer > 0')
  const unanswered = dropSessions(database, 'answer = 0')
  const keys = database.prepare('DELETE FROM signing_keys WHERE retires_at <= ?')
  return (now) => {
    const gone = streams.reduce((sum, drop) => sum + drop(now), keys.run(now))
    return gone + answered(now - SESSION_RETENTION) + unanswered(now - PACE_WINDOW)
  }
}
