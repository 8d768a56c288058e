import { packVerdict, unpackVerdict } from '../pack-verdict.js'
import type { VerdictRecord, Verdicts } from '../ports.js'
import type { Columns, Database } from './database.js'

const INSERT = 'INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, record) VALUES ($1, $2, $3, $4, $5, $6, $7)'
/** Its own id before a code that reads the same. `BETWEEN`, or the index of a project's last verdicts would do for the planner, all of them. */
const FIND = `
  (SELECT record FROM verdicts WHERE jti = $2 AND project_id = $1)
  UNION ALL (SELECT record FROM verdicts WHERE project_id = $1 AND reference BETWEEN $2 AND $2 ORDER BY reference DESC, issued_at DESC LIMIT 1)
  LIMIT 1
`
const RECENT = 'SELECT record FROM verdicts WHERE project_id = $1 ORDER BY issued_at DESC LIMIT $2'
const LATEST =
  'SELECT record FROM verdicts WHERE project_id = $1 AND session BETWEEN $2 AND $2 ORDER BY session DESC, issued_at DESC LIMIT 1'

const recordOf = ({ record }: Columns): VerdictRecord => unpackVerdict(record as Uint8Array)

export const createPostgresVerdicts = (database: Database): Verdicts => ({
  async record(verdict, until) {
    const { jti, projectId, reference, session, issuedAt } = verdict
    await database.run(INSERT, jti, projectId, reference, session, issuedAt, until, packVerdict(verdict))
  },
  async find(projectId, name) {
    const found = await database.get(FIND, projectId, name)
    return found && recordOf(found)
  },
  recent: async (projectId, most) => (await database.all(RECENT, projectId, most)).map(recordOf),
  async latest(projectId, session) {
    const found = await database.get(LATEST, projectId, session)
    return found && recordOf(found)
  },
})
