import type { EpochSeconds } from '../../../shared/units.js'
import { takeFromFullest } from '../fairness/take-from-fullest.js'
import type { StoreLimits } from '../ports.js'
import { type Stream, streamsOf } from '../prune-streams.js'
import { type Database, type Queries, takeTurn } from './database.js'

/** Rows of one table in one go: some milliseconds, and a fraction of what a statement may take where they lie anywhere on a disk. */
const BATCH = 500

/** Rows that somebody else is at are left for the next time: nobody waits for whoever tidies up. */
const dropping = (table: string, key: string, which: string): string => `
  DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${which} FOR UPDATE SKIP LOCKED)
`
/** In the order of an index, so that it is used also where nearly all or nearly nothing has expired. */
const expired = ({ table, key, order, where = 'true' }: Stream): string =>
  dropping(table, key, `${where} AND ${order} <= $1 ORDER BY ${order} LIMIT ${BATCH}`)
const first = ({ table, key, order }: Stream): string => dropping(table, key, `true ORDER BY ${order} LIMIT $1`)
/** `BETWEEN`, or the index in the order of everybody's would do for the planner, too. */
const firstOf = ({ table, key, order }: Stream, where: string): string =>
  dropping(table, key, `project_id BETWEEN $1 AND $1 AND ${where} ORDER BY project_id, ${order} LIMIT $2`)

const COUNT = 'SELECT coalesce(sum(rows), 0) AS rows FROM tallies WHERE name = $1'
const SHARES = 'SELECT project_id, sum(rows) AS rows FROM tallies WHERE name = $1 GROUP BY project_id HAVING sum(rows) > 0'

/** Connections that are no more: what they counted is added up, so that there are never many rows to be read. */
const FOLD = `
  WITH left_behind AS (
    DELETE FROM tallies WHERE (name, project_id, slot) IN (
      SELECT name, project_id, slot FROM tallies WHERE slot <> 0 AND slot NOT IN (SELECT pid FROM pg_stat_activity) FOR UPDATE SKIP LOCKED
    ) RETURNING name, project_id, rows
  )
  INSERT INTO tallies SELECT name, project_id, 0, sum(rows) FROM left_behind GROUP BY name, project_id ORDER BY name, project_id
  ON CONFLICT (name, project_id, slot) DO UPDATE SET rows = tallies.rows + excluded.rows
`

/** Drops so many of the first rows of those projects that have the most of them. @param name what the rows are counted as */
async function dropOfFullest(queries: Queries, stream: Stream, name: string, where: string, surplus: number): Promise<number> {
  const held = new Map((await queries.all(SHARES, name)).map(({ project_id, rows }) => [String(project_id), Number(rows)]))
  let gone = 0
  for (const [projectId, most] of takeFromFullest(held, surplus)) gone += await queries.run(firstOf(stream, where), projectId, most)
  return gone
}

/** What is too many, a batch at a time. */
async function dropSurplus(queries: Queries, stream: Stream, most: number): Promise<number> {
  const { table, of, cheap } = stream
  const surplus = Math.min(Number((await queries.get(COUNT, table))?.rows) - most, BATCH)
  if (surplus <= 0) return 0
  if (of === 'everybody') return queries.run(first(stream), surplus)
  const gone = cheap ? await dropOfFullest(queries, stream, cheap.name, cheap.where, surplus) : 0
  return gone + (gone < surplus ? await dropOfFullest(queries, stream, table, 'true', surplus - gone) : 0)
}

/** Of several servers that look at once, one drops what is too many, and the next sees what is left. */
async function dropBeyond(database: Database, stream: Stream): Promise<number> {
  const { table, most } = stream
  if (most === undefined || Number((await database.get(COUNT, table))?.rows) <= most) return 0
  return database.transact(async (queries) => {
    await takeTurn(queries, `prune ${table}`)
    return dropSurplus(queries, stream, most)
  })
}

/** What visitors showed of their movement goes before their verdict. */
const MOVEMENTS = `
  UPDATE verdicts SET movement = NULL, movement_until = NULL WHERE jti IN (
    SELECT jti FROM verdicts WHERE movement_until <= $1 ORDER BY movement_until LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
  )
`

/** @returns what drops expired rows, a batch of each table at a time. */
export function createPrune(database: Database, limits: StoreLimits): (now: EpochSeconds) => Promise<number> {
  const streams = streamsOf(limits)
  return async (now) => {
    await database.transact(async (queries) => {
      await takeTurn(queries, 'fold')
      await queries.run(FOLD)
      await queries.run('DELETE FROM tallies WHERE slot = 0 AND rows = 0')
    })
    let gone = await database.run('DELETE FROM signing_keys WHERE retires_at <= $1', now)
    gone += await database.run(MOVEMENTS, now)
    for (const stream of streams) {
      gone += await database.run(expired(stream), now - stream.grace)
      gone += await dropBeyond(database, stream)
    }
    return gone
  }
}
