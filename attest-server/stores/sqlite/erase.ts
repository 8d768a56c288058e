import type { Database } from './database.js'

/** The names under which labels and exceptions know a session: its own, and those of its requests and verdicts. */
const NAMES = `
  SELECT ?2 UNION SELECT request_id FROM inbox_seen WHERE project_id = ?1 AND session = ?2
  UNION SELECT jti FROM verdicts WHERE project_id = ?1 AND session = ?2
  UNION SELECT reference FROM verdicts WHERE project_id = ?1 AND session = ?2
`
/** Those that need the names come before those that hold them. */
const NAMED = ['labels WHERE project_id = ?1 AND subject', 'exceptions WHERE project_id = ?1 AND reference']
const HOLDING = ['verdicts', 'sessions', 'live_sessions', 'inbox', 'inbox_seen', 'inbox_contacts', 'outbox']

/** @returns what forgets a session, in one step; and how many rows went. */
export function createErase(database: Database): (projectId: string, session: string) => number {
  const named = NAMED.map((rows) => database.prepare(`DELETE FROM ${rows} IN (${NAMES})`))
  const holding = HOLDING.map((table) => database.prepare(`DELETE FROM ${table} WHERE project_id = ?1 AND session = ?2`))
  return (projectId, session) =>
    database.transact(() => [...named, ...holding].reduce((sum, statement) => sum + statement.run(projectId, session), 0))
}
