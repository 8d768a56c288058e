import type { EpochSeconds } from '../../../shared/units.js'
import { takeFromFullest } from '../fairness/take-from-fullest.js'
import type { StoreLimits } from '../ports.js'
import {
  BRIEF_RECORD,
  CLAIM_GRACE,
  DEVICE_RETENTION,
  LABEL_RETENTION,
  MESSAGE_RETENTION,
  PACE_WINDOW,
  ROLLUP_RETENTION,
  SESSION_RETENTION,
} from '../retention.js'
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
  /** Rows that go before all others where there are too many: what they are counted as, and in the words of a partial index which they are. */
  readonly cheap?: { readonly name: string; readonly where: string }
  /** Whose rows go where there are too many: everybody's, for those of no project. */
  readonly of?: 'everybody'
}

const brief = { name: 'verdicts_brief', where: `until - issued_at <= ${BRIEF_RECORD}` }

const streamsOf = (limits: StoreLimits): readonly Stream[] => [
  { table: 'claims', key: 'id', order: 'until', grace: CLAIM_GRACE },
  { table: 'verdicts', key: 'rowid', order: 'until', grace: 0, most: limits.verdictRecords, cheap: brief },
  { table: 'devices', key: 'thumbprint', order: 'last_seen', grace: DEVICE_RETENTION, most: limits.devices, of: 'everybody' },
  { table: 'sketches', key: 'id', order: 'until', grace: 0, most: limits.sketches },
  { table: 'counters', key: 'name, span', order: 'ends', grace: 0, most: limits.counters, of: 'everybody' },
  { table: 'inbox_seen', key: 'project_id, session, request_id', order: 'until', grace: 0, most: limits.requestIds },
  { table: 'inbox_contacts', key: 'project_id, idempotency_key', order: 'until', grace: 0, most: limits.requestIds },
  { table: 'live_sessions', key: 'rowid', order: 'touched_at', grace: SESSION_RETENTION, most: limits.liveSessions },
  { table: 'labels', key: 'project_id, subject, question', order: 'at', grace: LABEL_RETENTION, most: limits.labels },
  { table: 'outbox', key: 'rowid', order: 'created_at', grace: MESSAGE_RETENTION },
  { table: 'deliveries', key: 'id', order: 'tried_at', grace: MESSAGE_RETENTION },
  { table: 'rollups', key: 'project_id, dimension, hour, key', order: 'hour', grace: ROLLUP_RETENTION },
  { table: 'credentials', key: 'kind, id', order: 'until', grace: 0 },
  { table: 'accounts', key: 'id', order: 'until', grace: 0 },
  { table: 'kept_texts', key: 'rowid', order: 'until', grace: 0 },
  { table: 'exceptions', key: 'project_id, reference', order: 'until', grace: 0 },
  { table: 'revocations', key: 'digest', order: 'until', grace: 0 },
]

/** @returns the SQL that drops so many of a stream's rows, the first first. */
const dropping = ({ table, key, order }: Stream, where: string): string =>
  `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT ?)`

/** @returns what drops so many of the first rows of those projects that have the most of them. @param name what the rows are counted as */
function dropOfFullest(database: Database, stream: Stream, name: string, where: string): (surplus: number) => number {
  const firstOf = database.prepare(dropping(stream, `project_id = ? AND ${where}`))
  const shares = database.prepare('SELECT project_id, rows FROM shares WHERE name = ? AND rows > 0')
  return (surplus) => {
    const held = new Map(shares.all(name).map(({ project_id, rows }) => [String(project_id), Number(rows)]))
    return [...takeFromFullest(held, surplus)].reduce((sum, [projectId, most]) => sum + firstOf.run(projectId, most), 0)
  }
}

/** @returns what drops so many rows, where there are too many. */
function dropFirst(database: Database, stream: Stream): (surplus: number) => number {
  const { table, of, cheap } = stream
  if (of === 'everybody') {
    const first = database.prepare(dropping(stream, 'true'))
    return (surplus) => first.run(surplus)
  }
  const ofAll = dropOfFullest(database, stream, table, 'true')
  const ofCheap = cheap ? dropOfFullest(database, stream, cheap.name, cheap.where) : () => 0
  return (surplus) => {
    const gone = ofCheap(surplus)
    return gone + (gone < surplus ? ofAll(surplus - gone) : 0)
  }
}

/** @returns what drops rows that are over, and those that are too many; a batch of each. */
function dropStream(database: Database, stream: Stream): (now: EpochSeconds) => number {
  const { table, key, order, grace, most = Infinity } = stream
  const expired = database.prepare(
    `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${order} <= ? LIMIT ${BATCH})`,
  )
  const first = most === Infinity ? () => 0 : dropFirst(database, stream)
  const count = database.prepare(`SELECT rows FROM counts WHERE name = '${table}'`)
  return (now) => {
    const over = expired.run(now - grace)
    if (most === Infinity) return over
    const surplus = Number(count.get()?.rows) - most
    return over + (surplus > 0 ? first(Math.min(surplus, BATCH)) : 0)
  }
}

/** @returns what drops expired rows, a batch of each table at a time. */
export function createPrune(database: Database, limits: StoreLimits): (now: EpochSeconds) => number {
  const streams = streamsOf(limits).map((stream) => dropStream(database, stream))
  const answered = dropSessions(database, 'answer > 0')
  const unanswered = dropSessions(database, 'answer = 0')
  const keys = database.prepare('DELETE FROM signing_keys WHERE retires_at <= ?')
  const movements = database.prepare(
    `UPDATE verdicts SET movement = NULL, movement_until = NULL
     WHERE rowid IN (SELECT rowid FROM verdicts WHERE movement_until <= ? LIMIT ${BATCH})`,
  )
  const shares = database.prepare('DELETE FROM shares WHERE rows = 0')
  return (now) => {
    shares.run()
    const gone = streams.reduce((sum, drop) => sum + drop(now), keys.run(now))
    return gone + movements.run(now) + answered(now - SESSION_RETENTION) + unanswered(now - PACE_WINDOW)
  }
}
