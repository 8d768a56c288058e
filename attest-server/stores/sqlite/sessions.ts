import type { SessionHistory, Sessions } from '../ports.js'
import { PACE_WINDOW } from '../retention.js'
import type { Database } from './database.js'

/** ?4 is the thumbprint of the key that signed, or NULL; ?5 is its answer. All expressions of an update see the row as it was before. */
const ADVANCE = `
  INSERT INTO sessions (project_id, session, last_seen, window_start, recent, answer, answered_by)
  VALUES (?1, ?2, ?3, ?3, 1, iif(?4 IS NULL, 0, ?5), iif(?5 > 0, ?4, NULL))
  ON CONFLICT DO UPDATE SET
    last_seen = ?3,
    recent = iif(?3 - window_start >= ${PACE_WINDOW}, 1, recent + 1),
    window_start = iif(?3 - window_start >= ${PACE_WINDOW}, ?3, window_start),
    answer = CASE WHEN ?4 IS NULL OR ?5 = 0 THEN answer WHEN answered_by = ?4 THEN max(answer, ?5) ELSE ?5 END,
    answered_by = iif(?4 IS NULL OR ?5 = 0, answered_by, ?4)
  RETURNING recent, iif(answered_by = ?4, answer, ?5) AS answered
`

export function createSqliteSessions(database: Database): Sessions {
  const advance = database.prepare(ADVANCE)
  return {
    async advance(projectId, session, { thumbprint, answer }, now) {
      const row = await database.share(() => advance.get(projectId, session, now, thumbprint ?? null, answer))
      const { recent, answered } = row as unknown as SessionHistory
      return { recent, answered }
    },
  }
}
