import { NO_PROJECT, REVOKING_PROJECTS, type Revocations } from '../ports.js'
import type { Database } from './database.js'

const OTHERS = 'SELECT count(*) FROM revocations WHERE digest <> ?1 AND until > ?4'

/** One statement, so that of several at once none passes the limit. */
const ADD = `
  INSERT INTO revocations (digest, project_id, until)
  SELECT ?1, ?2, ?3
  WHERE EXISTS (SELECT 1 FROM revocations WHERE digest = ?1 AND until > ?4)
    OR (${OTHERS} AND project_id = ?2) < ?5 * ?6
    AND (?2 = '${NO_PROJECT}' OR (${OTHERS} AND project_id <> '${NO_PROJECT}') < ?5 * ${REVOKING_PROJECTS})
  ON CONFLICT DO UPDATE SET until = max(until, excluded.until)
`

/** @param most revocations of one project. */
export function createSqliteRevocations(database: Database, most: number): Revocations {
  const add = database.prepare(ADD)
  const list = database.prepare('SELECT digest FROM revocations WHERE until > ? ORDER BY digest')
  return {
    add: async (projectId, digest, until, now, share = 1) => add.run(digest, projectId, until, now, most, share) === 1,
    list: async (now) => list.all(now).map(({ digest }) => String(digest)),
  }
}
