import type { Sessions } from '../ports.js'
import { PACE_WINDOW } from '../retention.js'
import type { Database } from './database.js'

/** $4 is the thumbprint of the key that signed, or null; $5 is its answer. All expressions of an update see the row as it was before. */
const ADVANCE = `
  INSERT INTO sessions AS s (project_id, session, last_seen, window_start, recent, answer, answered_by)
  VALUES ($1, $2, $3, $3, 1, CASE WHEN $4::text IS NULL THEN 0 ELSE $5::double precision END, CASE WHEN $5::double precision > 0 THEN $4::text END)
  ON CONFLICT (project_id, session) DO UPDATE SET
    last_seen = $3,
    recent = CASE WHEN $3 - s.window_start >= ${PACE_WINDOW} THEN 1 ELSE s.recent + 1 END,
    window_start = CASE WHEN $3 - s.window_start >= ${PACE_WINDOW} THEN $3 ELSE s.window_start END,
    answer = CASE WHEN $4::text IS NULL OR $5 = 0 THEN s.answer WHEN s.answered_by = $4 THEN greatest(s.answer, $5) ELSE $5 END,
    answered_by = CASE WHEN $4::text IS NULL OR $5 = 0 THEN s.answered_by ELSE $4 END
  RETURNING recent, CASE WHEN answered_by = $4 THEN answer ELSE $5 END AS answered
`

export const createPostgresSessions = (database: Database): Sessions => ({
  async advance(projectId, session, { thumbprint, answer }, now) {
    const row = await database.get(ADVANCE, projectId, session, now, thumbprint ?? null, answer)
    return { recent: Number(row?.recent), answered: Number(row?.answered) }
  },
})
