import type { Exceptions } from '../ports.js'
import { exceptionOf } from '../rows.js'
import { type Database, takeTurn } from './database.js'

const ADD = `
  INSERT INTO exceptions AS e (project_id, reference, subject, until)
  SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM exceptions WHERE project_id = $1 AND reference <> $2) < $5
  ON CONFLICT (project_id, reference) DO UPDATE SET until = excluded.until WHERE e.subject = excluded.subject
`
const COLUMNS = 'SELECT reference, subject, until FROM exceptions WHERE project_id = $1'
const FIND = `${COLUMNS} AND subject = ANY ($2::text[]) AND until > $3 ORDER BY until DESC LIMIT 1`
const LIST = `${COLUMNS} AND until > $2 ORDER BY until, reference`

/** @param most exceptions of one project. */
export const createPostgresExceptions = (database: Database, most: number): Exceptions => ({
  add: (projectId, { reference, subject, until }) =>
    database.transact(async (queries) => {
      await takeTurn(queries, `exceptions of ${projectId}`)
      return (await queries.run(ADD, projectId, reference, subject, until, most)) === 1
    }),
  async find(projectId, subjects, now) {
    const found = subjects.length > 0 ? await database.get(FIND, projectId, subjects, now) : undefined
    return found && exceptionOf(found)
  },
  list: async (projectId, now) => (await database.all(LIST, projectId, now)).map(exceptionOf),
  remove: async (projectId, reference) =>
    (await database.run('DELETE FROM exceptions WHERE project_id = $1 AND reference = $2', projectId, reference)) === 1,
})
