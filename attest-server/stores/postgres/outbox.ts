import { FULL_PROJECTS, MOST_DELIVERIES, MOST_MESSAGE, type Outbox } from '../ports.js'
import { deliveryOf, messageOf } from '../rows.js'
import { createTurns } from './claim-in-turns.js'
import { type Database, takeTurn } from './database.js'

const ADD = `
  INSERT INTO outbox (id, project_id, session, url, body, created_at, due_at)
  SELECT $1, $2, $3, $4, $5, $6, $6
  WHERE (SELECT coalesce(sum(rows), 0) FROM tallies WHERE name = 'outbox' AND project_id = $2) < $7
    AND (SELECT coalesce(sum(rows), 0) FROM tallies WHERE name = 'outbox' AND project_id = '') < $7 * ${FULL_PROJECTS}
`

const WAITING = { table: 'outbox', isDue: 'due_at <= $1' } as const
const LEASE = `
  UPDATE outbox SET due_at = $2, attempts = attempts + 1 WHERE id IN (
    SELECT due.id FROM unnest($3::text[], $4::bigint[]) AS turn (project_id, share), LATERAL (
      SELECT id FROM outbox WHERE project_id BETWEEN turn.project_id AND turn.project_id AND due_at <= $1
      ORDER BY outbox.project_id, due_at, position LIMIT turn.share FOR UPDATE SKIP LOCKED
    ) AS due
  ) RETURNING *
`

/** What is done with, in place of what is too many. */
const REMEMBER = `
  INSERT INTO deliveries (id, project_id, session, url, body, created_at, attempts, outcome, tried_at)
  SELECT id, project_id, session, url, body, created_at, attempts, $2, $3 FROM outbox WHERE id = $1
  ON CONFLICT (id) DO UPDATE SET attempts = excluded.attempts, outcome = excluded.outcome, tried_at = excluded.tried_at
`
const FORGET = `
  DELETE FROM deliveries WHERE id IN (
    SELECT id FROM deliveries WHERE project_id = (SELECT project_id FROM outbox WHERE id = $1) ORDER BY tried_at DESC OFFSET ${MOST_DELIVERIES}
  )
`
const SHOWN = 'id, project_id, session, url, body, created_at, attempts, outcome, tried_at'
const LIST = `
  SELECT * FROM (
    SELECT ${SHOWN}, due_at FROM outbox WHERE project_id = $1 UNION ALL SELECT ${SHOWN}, NULL FROM deliveries WHERE project_id = $1
  ) AS known ORDER BY coalesce(tried_at, created_at) DESC LIMIT $2
`
const FIND = `
  SELECT ${SHOWN}, due_at FROM outbox WHERE project_id = $1 AND id = $2
  UNION ALL SELECT ${SHOWN}, NULL FROM deliveries WHERE project_id = $1 AND id = $2
`
/** It is as new: three days begin again. */
const REPLAY = `
  INSERT INTO outbox (id, project_id, session, url, body, created_at, due_at)
  SELECT id, project_id, session, url, body, $3, $3 FROM deliveries WHERE project_id = $1 AND id = $2
    AND (SELECT coalesce(sum(rows), 0) FROM tallies WHERE name = 'outbox' AND project_id = $1) < $4
    AND (SELECT coalesce(sum(rows), 0) FROM tallies WHERE name = 'outbox' AND project_id = '') < $4 * ${FULL_PROJECTS}
  ON CONFLICT DO NOTHING
`

/** @param most messages of one project that wait. */
export function createPostgresOutbox(database: Database, most: number): Outbox {
  const turnsOf = createTurns(database, WAITING)
  return {
    async add({ id, projectId, session, url, body, createdAt }) {
      if (body.length > MOST_MESSAGE) return false
      return database.transact(async (queries) => {
        await takeTurn(queries, 'outbox')
        return (await queries.run(ADD, id, projectId, session ?? null, url, body, createdAt, most)) === 1
      })
    },
    async claim(most, now, until, roomFor) {
      const turns = await turnsOf(most, now, roomFor)
      if (turns.size === 0) return []
      return (await database.all(LEASE, now, until, [...turns.keys()], [...turns.values()])).map(messageOf)
    },
    done: (id, outcome, now) =>
      database.transact(async (queries) => {
        if (outcome !== undefined && now !== undefined) {
          await queries.run(REMEMBER, id, outcome, now)
          await queries.run(FORGET, id)
        }
        await queries.run('DELETE FROM outbox WHERE id = $1', id)
      }),
    fail: async (id, retryAt, outcome, now) =>
      void (await database.run(
        'UPDATE outbox SET due_at = $2, outcome = $3, tried_at = $4 WHERE id = $1',
        id,
        retryAt,
        outcome ?? null,
        now ?? null,
      )),
    list: async (projectId, most) => (await database.all(LIST, projectId, most)).map(deliveryOf),
    async find(projectId, id) {
      const [row] = await database.all(FIND, projectId, id)
      return row && deliveryOf(row)
    },
    replay: (projectId, id, now) =>
      database.transact(async (queries) => {
        await takeTurn(queries, 'outbox')
        const isWaiting = (await queries.run(REPLAY, projectId, id, now, most)) === 1
        if (isWaiting) await queries.run('DELETE FROM deliveries WHERE id = $1', id)
        return isWaiting
      }),
  }
}
