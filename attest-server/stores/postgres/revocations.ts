import { NO_PROJECT, REVOKING_PROJECTS, type Revocations } from '../ports.js'
import { type Database, takeTurn } from './database.js'

const OTHERS = 'SELECT count(*) FROM revocations WHERE digest <> $1 AND until > $4'
const ADD = `
  INSERT INTO revocations AS r (digest, project_id, until)
  SELECT $1, $2, $3
  WHERE EXISTS (SELECT 1 FROM revocations WHERE digest = $1 AND until > $4)
    OR (${OTHERS} AND project_id = $2) < $5::double precision * $6::double precision
    AND ($2 = '${NO_PROJECT}' OR (${OTHERS} AND project_id <> '${NO_PROJECT}') < $5 * ${REVOKING_PROJECTS})
  ON CONFLICT (digest) DO UPDATE SET until = greatest(r.until, excluded.until)
`

/** @param most revocations of one project. */
export const createPostgresRevocations = (database: Database, most: number): Revocations => ({
  add: (projectId, digest, until, now, share = 1) =>
    database.transact(async (queries) => {
      await takeTurn(queries, 'revocations')
      return (await queries.run(ADD, digest, projectId, until, now, most, share)) === 1
    }),
  list: async (now) =>
    (await database.all('SELECT digest FROM revocations WHERE until > $1 ORDER BY digest', now)).map(({ digest }) => String(digest)),
})
