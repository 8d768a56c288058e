import { type LiveSessions, MOST_STATE } from '../ports.js'
import { liveSessionOf } from '../rows.js'
import type { Database } from './database.js'

const GET = 'SELECT state, rev, touched_at FROM live_sessions WHERE project_id = $1 AND session = $2'
const BEGIN = 'INSERT INTO live_sessions (project_id, session, state, rev, touched_at) VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO NOTHING'
const CHANGE = 'UPDATE live_sessions SET state = $3, rev = rev + 1, touched_at = $4 WHERE project_id = $1 AND session = $2 AND rev = $5'
const REMOVE = 'DELETE FROM live_sessions WHERE project_id = $1 AND session = $2'
const RECENT = 'SELECT session, state, rev, touched_at FROM live_sessions WHERE project_id = $1 ORDER BY touched_at DESC LIMIT $2'

export const createPostgresLiveSessions = (database: Database): LiveSessions => ({
  async get(projectId, session) {
    const found = await database.get(GET, projectId, session)
    return found && liveSessionOf(found)
  },
  async put(projectId, session, state, rev, now) {
    if (state.length > MOST_STATE) return 'too-large'
    const values = [projectId, session, state, now] as const
    const changed = rev === 0 ? await database.run(BEGIN, ...values) : await database.run(CHANGE, ...values, rev)
    return changed === 1 ? 'kept' : 'stale'
  },
  remove: async (projectId, session) => void (await database.run(REMOVE, projectId, session)),
  recent: async (projectId, most) =>
    (await database.all(RECENT, projectId, most)).map((columns) => ({ session: String(columns.session), ...liveSessionOf(columns) })),
})
