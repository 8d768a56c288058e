import type { VerdictRecord, Verdicts } from '../ports.js'
import type { Database } from './database.js'

export function createSqliteVerdicts(database: Database): Verdicts {
  const insert = database.prepare('INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const byJti = database.prepare('SELECT record FROM verdicts WHERE project_id = ? AND jti = ?')
  const byReference = database.prepare('SELECT record FROM verdicts WHERE project_id = ? AND reference = ? ORDER BY issued_at DESC LIMIT 1')
  return {
    async record(verdict, until) {
      const { jti, projectId, reference, session, issuedAt, action } = verdict
      insert.run(jti, projectId, reference, session, issuedAt, until, action, JSON.stringify(verdict))
    },
    async find(projectId, name) {
      const found = byJti.get(projectId, name) ?? byReference.get(projectId, name)
      return found && (JSON.parse(String(found.record)) as VerdictRecord)
    },
  }
}
