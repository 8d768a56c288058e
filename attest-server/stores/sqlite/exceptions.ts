import type { Exception, Exceptions } from '../ports.js'
import type { Columns, Database } from './database.js'

const exceptionOf = ({ reference, until }: Columns): Exception => ({ reference: String(reference), until: Number(until) })

/** One statement, so that of several at once none passes the limit. */
const ADD = `
  INSERT INTO exceptions (project_id, reference, until)
  SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM exceptions WHERE project_id = ?1 AND reference <> ?2) < ?4
  ON CONFLICT DO UPDATE SET until = excluded.until
`

/** @param most exceptions of one project. */
export function createSqliteExceptions(database: Database, most: number): Exceptions {
  const add = database.prepare(ADD)
  const find = database.prepare('SELECT reference, until FROM exceptions WHERE project_id = ? AND reference = ? AND until > ?')
  const list = database.prepare('SELECT reference, until FROM exceptions WHERE project_id = ? AND until > ? ORDER BY until, reference')
  const remove = database.prepare('DELETE FROM exceptions WHERE project_id = ? AND reference = ?')
  return {
    add: async (projectId, reference, until) => add.run(projectId, reference, until, most) === 1,
    async find(projectId, reference, now) {
      const found = find.get(projectId, reference, now)
      return found && exceptionOf(found)
    },
    list: async (projectId, now) => list.all(projectId, now).map(exceptionOf),
    remove: async (projectId, reference) => remove.run(projectId, reference) === 1,
  }
}
