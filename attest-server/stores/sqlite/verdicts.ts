import { packVerdict, unpackVerdict } from '../pack-verdict.js'
import type { VerdictRecord, Verdicts } from '../ports.js'
import type { Columns, Database } from './database.js'

/** Records of before were kept as they are. Bytes come as `Uint8Array` where one row is asked for, and as `ArrayBuffer` where many are. */
function unpack({ record }: Columns): VerdictRecord {
  const isPacked = record instanceof Uint8Array || record instanceof ArrayBuffer
  return isPacked ? unpackVerdict(record) : (JSON.parse(String(record)) as VerdictRecord)
}

export function createSqliteVerdicts(database: Database): Verdicts {
  const insert = database.prepare(
    'INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const byJti = database.prepare('SELECT record FROM verdicts WHERE project_id = ? AND jti = ?')
  const byReference = database.prepare('SELECT record FROM verdicts WHERE project_id = ? AND reference = ? ORDER BY issued_at DESC LIMIT 1')
  const recent = database.prepare('SELECT record FROM verdicts WHERE project_id = ? ORDER BY issued_at DESC LIMIT ?')
  const bySession = database.prepare(
    'SELECT record FROM verdicts WHERE project_id = ? AND session = ? ORDER BY issued_at DESC, rowid DESC LIMIT 1',
  )
  return {
    async record(verdict, until) {
      const { jti, projectId, reference, session, issuedAt } = verdict
      const packed = packVerdict(verdict)
      await database.share(() => insert.run(jti, projectId, reference, session, issuedAt, until, packed))
    },
    async find(projectId, name) {
      const found = byJti.get(projectId, name) ?? byReference.get(projectId, name)
      return found && unpack(found)
    },
    recent: async (projectId, most) => recent.all(projectId, most).map(unpack),
    async latest(projectId, session) {
      const found = bySession.get(projectId, session)
      return found && unpack(found)
    },
  }
}
