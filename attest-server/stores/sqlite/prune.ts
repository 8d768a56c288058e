import type { EpochSeconds } from '../../../shared/units.js'
import { takeFromFullest } from '../fairness/take-from-fullest.js'
import type { StoreLimits } from '../ports.js'
import { type Stream, streamsOf } from '../prune-streams.js'
import type { Database } from './database.js'

/** Rows of one table in one go: 2 ms where they lie as they came, 15 where they lie anywhere, so that no request waits long behind it. */
const BATCH = 200

/** Large tables whose rows have a number: by the primary key, each row would take one more look-up. */
const NUMBERED: ReadonlySet<string> = new Set(['verdicts', 'live_sessions', 'outbox', 'kept_texts'])

/** @returns the SQL that drops those of a stream's rows. */
function dropping({ table, key: primary }: Stream, which: string): string {
  const key = NUMBERED.has(table) ? 'rowid' : primary
  return `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${which})`
}

/** Those that are over, in no order. */
const expired = (stream: Stream): string => {
  const { where, order } = stream
  return dropping(stream, `${where ? `${where} AND ` : ''}${order} <= ? LIMIT ${BATCH}`)
}
/** So many of those, the first first. */
const firstOf = (stream: Stream, where: string): string => dropping(stream, `${where} ORDER BY ${stream.order} LIMIT ?`)

/** @returns what drops so many of the first rows of those projects that have the most of them. @param name what the rows are counted as */
function dropOfFullest(database: Database, stream: Stream, name: string, where: string): (surplus: number) => number {
  const first = database.prepare(firstOf(stream, `project_id = ? AND ${where}`))
  const shares = database.prepare('SELECT project_id, rows FROM shares WHERE name = ? AND rows > 0')
  return (surplus) => {
    const held = new Map(shares.all(name).map(({ project_id, rows }) => [String(project_id), Number(rows)]))
    return [...takeFromFullest(held, surplus)].reduce((sum, [projectId, most]) => sum + first.run(projectId, most), 0)
  }
}

/** @returns what drops so many rows, where there are too many. */
function dropFirst(database: Database, stream: Stream): (surplus: number) => number {
  const { table, of, cheap } = stream
  if (of === 'everybody') {
    const first = database.prepare(firstOf(stream, 'true'))
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
  const { table, grace, most = Infinity } = stream
  const ended = database.prepare(expired(stream))
  const first = most === Infinity ? () => 0 : dropFirst(database, stream)
  const count = database.prepare(`SELECT rows FROM counts WHERE name = '${table}'`)
  return (now) => {
    const over = ended.run(now - grace)
    if (most === Infinity) return over
    const surplus = Number(count.get()?.rows) - most
    return over + (surplus > 0 ? first(Math.min(surplus, BATCH)) : 0)
  }
}

/** @returns what drops expired rows, a batch of each table at a time. */
export function createPrune(database: Database, limits: StoreLimits): (now: EpochSeconds) => number {
  const streams = streamsOf(limits).map((stream) => dropStream(database, stream))
  const keys = database.prepare('DELETE FROM signing_keys WHERE retires_at <= ?')
  const movements = database.prepare(
    `UPDATE verdicts SET movement = NULL, movement_until = NULL
     WHERE rowid IN (SELECT rowid FROM verdicts WHERE movement_until <= ? LIMIT ${BATCH})`,
  )
  const shares = database.prepare('DELETE FROM shares WHERE rows = 0')
  return (now) => {
    shares.run()
    const gone = streams.reduce((sum, drop) => sum + drop(now), keys.run(now))
    return gone + movements.run(now)
  }
}
