import { SESSION_PREFIX } from '../ports.js'
import type { Database } from './database.js'

const OWN = 'project_id = $1 AND session = $2'
const OTHERS = 'project_id = $1 AND session <> $2'

/** The names under which labels know a session, and nobody else: the server chose them. */
const SURE = `SELECT $2::text AS name UNION ALL SELECT jti FROM verdicts WHERE ${OWN} UNION ALL SELECT reference FROM verdicts WHERE ${OWN}`
/** Those that a page chose, for its requests, where they have a label: another session may have chosen the same, or another's name. What looks like a session's name is one, wherever sessions are kept. */
const CHOSEN = `
  SELECT subject AS name FROM inbox_seen AS seen JOIN labels ON labels.project_id = $1 AND labels.subject = seen.request_id
  WHERE seen.project_id = $1 AND seen.session = $2
    AND NOT EXISTS (SELECT 1 FROM inbox_seen WHERE ${OTHERS} AND request_id = labels.subject)
    AND NOT EXISTS (SELECT 1 FROM verdicts WHERE ${OTHERS} AND jti = labels.subject)
    AND NOT EXISTS (SELECT 1 FROM verdicts WHERE ${OTHERS} AND reference = labels.subject)
    AND NOT starts_with(subject, '${SESSION_PREFIX}')
`
const HOLDING = ['verdicts', 'sessions', 'sketches', 'live_sessions', 'inbox', 'inbox_seen', 'inbox_contacts', 'outbox', 'deliveries']

/** All of it sees what was there before: what holds the names, and what is found by them, go together. What is bound to a session is that session's, whatever its code. */
const deletions: readonly string[] = [
  `labels WHERE project_id = $1 AND subject IN (${SURE} UNION ALL ${CHOSEN})`,
  `exceptions WHERE project_id = $1 AND CASE WHEN starts_with(subject, 'session:') THEN subject = 'session:' || $2::text
    ELSE reference IN (SELECT reference FROM verdicts WHERE ${OWN}) END`,
  ...HOLDING.map((table) => `${table} WHERE ${OWN}`),
]

const ERASE = `
  WITH ${deletions.map((rows, i) => `gone_${i} AS (DELETE FROM ${rows} RETURNING 1)`).join(', ')}
  SELECT ${deletions.map((_, i) => `(SELECT count(*) FROM gone_${i})`).join(' + ')} AS gone
`

/** @returns what forgets a session, in one step; and how many rows went. */
export const createErase =
  (database: Database) =>
  async (projectId: string, session: string): Promise<number> =>
    Number((await database.get(ERASE, projectId, session))?.gone)
