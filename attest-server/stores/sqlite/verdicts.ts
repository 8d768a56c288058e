import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { VerdictRecord, Verdicts } from '../ports.js'
import type { Columns, Database } from './database.js'

/** A record repeats its ids and words: a quarter of its size is left, for a tenth of a millisecond. */
const pack = (verdict: VerdictRecord): Uint8Array => deflateRawSync(JSON.stringify(verdict))

/** Records of before were kept as they are. Bytes come as `Uint8Array` where one row is asked for, and as `ArrayBuffer` where many are. */
function unpack({ record }: Columns): VerdictRecord {
  const isPacked = record instanceof Uint8Array || record instanceof ArrayBuffer
  return JSON.parse(isPacked ? inflateRawSync(record).toString() : String(record)) as VerdictRecord
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
      insert.run(jti, projectId, reference, session, issuedAt, until, pack(verdict))
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
