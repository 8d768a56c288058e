import { type LiveSessions, MOST_STATE } from '../ports.js'
import { liveSessionOf } from '../rows.js'
import type { Database } from './database.js'

export function createSqliteLiveSessions(database: Database): LiveSessions {
  const get = database.prepare('SELECT state, rev, touched_at FROM live_sessions WHERE project_id = ? AND session = ?')
  const begin = database.prepare('INSERT INTO live_sessions VALUES (?, ?, ?, 1, ?) ON CONFLICT DO NOTHING')
  const change = database.prepare(
    'UPDATE live_sessions SET state = ?, rev = rev + 1, touched_at = ? WHERE project_id = ? AND session = ? AND rev = ?',
  )
  const remove = database.prepare('DELETE FROM live_sessions WHERE project_id = ? AND session = ?')
  const recent = database.prepare('SELECT * FROM live_sessions WHERE project_id = ? ORDER BY touched_at DESC LIMIT ?')
  return {
    async get(projectId, session) {
      const found = get.get(projectId, session)
      return found && liveSessionOf(found)
    },
    async put(projectId, session, state, rev, now) {
      if (state.length > MOST_STATE) return 'too-large'
      const changed = rev === 0 ? begin.run(projectId, session, state, now) : change.run(state, now, projectId, session, rev)
      return changed === 1 ? 'kept' : 'stale'
    },
    remove: async (projectId, session) => void remove.run(projectId, session),
    recent: async (projectId, most) =>
      recent.all(projectId, most).map((columns) => ({ session: String(columns.session), ...liveSessionOf(columns) })),
  }
}
