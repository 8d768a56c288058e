import type { Exceptions } from '../ports.js'
import { exceptionOf } from '../rows.js'
import type { Database } from './database.js'

/** One statement, so that of several at once none passes the limit. */
const ADD = `
  INSERT INTO exceptions (project_id, reference, subject, until)
  SELECT ?1, ?2, ?3, ?4 WHERE (SELECT count(*) FROM exceptions WHERE project_id = ?1 AND reference <> ?2) < ?5
  ON CONFLICT DO UPDATE SET until = excluded.until WHERE subject = excluded.subject
`
const COLUMNS = 'SELECT reference, subject, until FROM exceptions WHERE project_id = ?'

/** @param most exceptions of one project. */
export function createSqliteExceptions(database: Database, most: number): Exceptions {
  const add = database.prepare(ADD)
  const find = database.prepare(`${COLUMNS} AND subject = ? AND until > ? ORDER BY until DESC LIMIT 1`)
  const list = database.prepare(`${COLUMNS} AND until > ? ORDER BY until, reference`)
  const remove = database.prepare('DELETE FROM exceptions WHERE project_id = ? AND reference = ?')
  return {
    add: async (projectId, { reference, subject, until }) => add.run(projectId, reference, subject, until, most) === 1,
    async find(projectId, subjects, now) {
      const found = subjects.map((subject) => find.get(projectId, subject, now)).filter((row) => row !== undefined)
      return found.map(exceptionOf).sort((a, b) => b.until - a.until)[0]
    },
    list: async (projectId, now) => list.all(projectId, now).map(exceptionOf),
    remove: async (projectId, reference) => remove.run(projectId, reference) === 1,
  }
}
