import { SESSION_PREFIX } from '../ports.js'
import type { Database } from './database.js'

const OWN = 'project_id = ?1 AND session = ?2'
const OTHERS = 'project_id = ?1 AND session <> ?2'

/** The names under which labels know a session, and nobody else: the server chose them. */
const SURE = `SELECT ?2 UNION SELECT jti FROM verdicts WHERE ${OWN} UNION SELECT reference FROM verdicts WHERE ${OWN}`
/** Those that a page chose, for its requests: another session may have chosen the same, or another's name. What looks like a session's name is one, wherever sessions are kept. One look at all of them, where any has a label. */
const CHOSEN = `SELECT request_id FROM inbox_seen WHERE ${OWN}`
const IS_OF_OTHERS = `
  subject IN (SELECT request_id FROM inbox_seen WHERE ${OTHERS} AND request_id IN (${CHOSEN}))
  OR EXISTS (SELECT 1 FROM verdicts WHERE ${OTHERS} AND jti = labels.subject)
  OR EXISTS (SELECT 1 FROM verdicts WHERE ${OTHERS} AND reference = labels.subject)
  OR substr(subject, 1, ${SESSION_PREFIX.length}) = '${SESSION_PREFIX}'
`
/** Those that need the names come before those that hold them. */
const NAMED = [
  `labels WHERE project_id = ?1 AND subject IN (${SURE})`,
  `labels WHERE project_id = ?1 AND subject IN (${CHOSEN}) AND NOT (${IS_OF_OTHERS})`,
  // What is bound to a session is that session's, whatever its code.
  `exceptions WHERE project_id = ?1 AND iif(subject LIKE 'session:%', subject = 'session:' || ?2,
    reference IN (SELECT reference FROM verdicts WHERE ${OWN}))`,
]
const HOLDING = ['verdicts', 'sessions', 'sketches', 'live_sessions', 'inbox', 'inbox_seen', 'inbox_contacts', 'outbox', 'deliveries'].map(
  (table) => `${table} WHERE ${OWN}`,
)

/** @returns what forgets a session, in one step; and how many rows went. */
export function createErase(database: Database): (projectId: string, session: string) => number {
  const statements = [...NAMED, ...HOLDING].map((rows) => database.prepare(`DELETE FROM ${rows}`))
  return (projectId, session) => database.transact(() => statements.reduce((sum, statement) => sum + statement.run(projectId, session), 0))
}
