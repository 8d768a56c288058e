import { facetsOf, wantedOf, wordOf } from '../facets.js'
import { packVerdict, unpackVerdict, WORDS_FORMAT } from '../pack-verdict.js'
import { ANY_KIND, MOST_LOOKED_THROUGH, type VerdictPage, type VerdictRecord, type Verdicts } from '../ports.js'
import type { Columns, Database } from './database.js'

/** Records of before were kept as they are. Bytes come as `Uint8Array` where one row is asked for, and as `ArrayBuffer` where many are. */
function unpack({ record }: Columns): VerdictRecord {
  const isPacked = record instanceof Uint8Array || record instanceof ArrayBuffer
  return isPacked ? unpackVerdict(record) : (JSON.parse(String(record)) as VerdictRecord)
}

const INSERT = `
  INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, record, action, kind, origin, page, network, country, tells,
    movement, movement_until)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
`

/** Looks through one index alone, and at so much of it that no request waits long behind it. The last row says how far it came. */
const LOOK = `
  SELECT rowid, issued_at,
    (?5 IS NULL OR action = ?5) AND (?6 IS NULL OR kind = ?6 OR (?6 = '${ANY_KIND}' AND kind IS NOT NULL))
    AND (?7 IS NULL OR origin = ?7) AND (?8 IS NULL OR page = ?8) AND (?9 IS NULL OR network = ?9)
    AND (?10 IS NULL OR country = ?10) AND (?11 IS NULL OR instr(tells, ?11) > 0) AS fits
  FROM verdicts INDEXED BY verdicts_recent
  WHERE project_id = ?1 AND issued_at <= ?2 AND (issued_at, rowid) < (?2, ?3) AND issued_at >= ?4
  ORDER BY issued_at DESC, rowid DESC
`
const FITTING = `SELECT * FROM (SELECT * FROM (${LOOK} LIMIT ${MOST_LOOKED_THROUGH}) WHERE fits LIMIT ?12)`
/** Where a look would end that finds nothing more. */
const END = `SELECT rowid, issued_at FROM (${LOOK} LIMIT 1 OFFSET ${MOST_LOOKED_THROUGH - 1})`

const cursorOf = ({ issued_at, rowid }: Columns): string => `${String(issued_at)}.${String(rowid)}`

function preparePage(database: Database): Verdicts['page'] {
  const fitting = database.prepare(FITTING)
  const end = database.prepare(END)
  const byRow = database.prepare('SELECT record FROM verdicts WHERE rowid = ?')
  return async (projectId, asked, most) => {
    const { before, from = 0, to = Number.MAX_SAFE_INTEGER } = asked
    const [at = to, row = 0] = before?.split('.').map(Number) ?? []
    const values = [projectId, ...(at < to ? [at, row] : [to, 0]), from, ...wantedOf(asked)]
    const found = fitting.all(...values, most)
    const last = found.length === most ? found.at(-1) : end.get(...values)
    const verdicts = found.flatMap(({ rowid }) => byRow.all(Number(rowid))).map(unpack)
    return { verdicts, next: last && cursorOf(last) } satisfies VerdictPage
  }
}

export function createSqliteVerdicts(database: Database): Verdicts {
  const insert = database.prepare(INSERT)
  const byJti = database.prepare('SELECT record FROM verdicts WHERE project_id = ? AND jti = ?')
  const byReference = database.prepare('SELECT record FROM verdicts WHERE project_id = ? AND reference = ? ORDER BY issued_at DESC LIMIT 1')
  const movement = database.prepare('SELECT movement FROM verdicts WHERE project_id = ? AND jti = ? AND movement_until > ?')
  const recent = database.prepare('SELECT record FROM verdicts WHERE project_id = ? ORDER BY issued_at DESC LIMIT ?')
  // Left to itself, SQLite reads all of a project's verdicts in their order until it meets the session.
  const bySession = database.prepare(
    'SELECT record FROM verdicts INDEXED BY verdicts_session WHERE project_id = ? AND session = ? ORDER BY issued_at DESC, rowid DESC LIMIT ?',
  )
  const since = Number(database.prepare('SELECT since FROM formats WHERE name = ?').get(WORDS_FORMAT)?.since)
  return {
    async record(verdict, until, movement) {
      const { jti, projectId, reference, session, issuedAt } = verdict
      const { action, kind, origin, page, network, country, tells } = facetsOf(verdict)
      const facets = [action, kind, origin, page, network, country, wordOf(tells)]
      const packed = packVerdict(verdict, issuedAt >= since)
      await database.share(() =>
        insert.run(
          jti,
          projectId,
          reference,
          session,
          issuedAt,
          until,
          packed,
          ...facets,
          ...(movement ? [movement.text, movement.until] : [null, null]),
        ),
      )
    },
    async movementOf(projectId, jti, now) {
      const text = movement.get(projectId, jti, now)?.movement
      return text === undefined ? undefined : String(text)
    },
    async find(projectId, name) {
      const found = byJti.get(projectId, name) ?? byReference.get(projectId, name)
      return found && unpack(found)
    },
    recent: async (projectId, most) => recent.all(projectId, most).map(unpack),
    async latest(projectId, session) {
      const found = bySession.get(projectId, session, 1)
      return found && unpack(found)
    },
    ofSession: async (projectId, session, most) => bySession.all(projectId, session, most).map(unpack),
    page: preparePage(database),
  }
}
