import { FULL_PROJECTS, MOST_MESSAGE, type Outbox } from '../ports.js'
import { messageOf } from '../rows.js'
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
    done: async (id) => void (await database.run('DELETE FROM outbox WHERE id = $1', id)),
    fail: async (id, retryAt) => void (await database.run('UPDATE outbox SET due_at = $2 WHERE id = $1', id, retryAt)),
  }
}
