import type { EpochSeconds } from '../../../shared/units.js'
import { facetsOf, wantedOf, wordOf } from '../facets.js'
import { packVerdict, unpackVerdict, WORDS_FORMAT } from '../pack-verdict.js'
import { ANY_KIND, MOST_LOOKED_THROUGH, type VerdictRecord, type Verdicts } from '../ports.js'
import type { Columns, Database } from './database.js'

const INSERT = `
  INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, record, action, kind, origin, page, network, country, tells,
    movement, movement_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
`
/** Its own id before a code that reads the same. `BETWEEN`, or the index of a project's last verdicts would do for the planner, all of them. */
const FIND = `
  (SELECT record FROM verdicts WHERE jti = $2 AND project_id = $1)
  UNION ALL (SELECT record FROM verdicts WHERE project_id = $1 AND reference BETWEEN $2 AND $2 ORDER BY reference DESC, issued_at DESC LIMIT 1)
  LIMIT 1
`
const RECENT = 'SELECT record FROM verdicts WHERE project_id = $1 ORDER BY issued_at DESC LIMIT $2'
const OF_SESSION =
  'SELECT record FROM verdicts WHERE project_id = $1 AND session BETWEEN $2 AND $2 ORDER BY session DESC, issued_at DESC LIMIT $3'

/** Looks through one index alone, and at so much of it that no request waits long. */
const LOOK = `
  SELECT jti, issued_at,
    ($5::text IS NULL OR action = $5) AND ($6::text IS NULL OR kind = $6 OR ($6 = '${ANY_KIND}' AND kind IS NOT NULL))
    AND ($7::text IS NULL OR origin = $7) AND ($8::text IS NULL OR page = $8) AND ($9::text IS NULL OR network = $9)
    AND ($10::text IS NULL OR country = $10) AND ($11::text IS NULL OR strpos(tells, $11) > 0) AS fits
  FROM verdicts WHERE project_id = $1 AND (issued_at, jti) < ($2, $3) AND issued_at >= $4
  ORDER BY project_id DESC, issued_at DESC, jti DESC
`
const FITTING = `
  SELECT jti, issued_at, record FROM (SELECT * FROM (${LOOK} LIMIT ${MOST_LOOKED_THROUGH}) AS looked WHERE fits LIMIT $12) AS found
  JOIN verdicts USING (jti, issued_at) ORDER BY issued_at DESC, jti DESC
`
/** Where a look would end that finds nothing more. */
const END = `SELECT jti, issued_at FROM (${LOOK} LIMIT 1 OFFSET ${MOST_LOOKED_THROUGH - 1}) AS looked`

const cursorOf = ({ issued_at, jti }: Columns): string => `${String(issued_at)}.${String(jti)}`

/** @returns the moment and the name that all of the page lie before. */
function startOf(before: string | undefined, to: number): readonly [at: number, jti: string] {
  const [at = to, jti = ''] =
    before === undefined ? [] : [Number(before.slice(0, before.indexOf('.'))), before.slice(before.indexOf('.') + 1)]
  return at < to ? [at, jti] : [to, '']
}

const pageOf =
  (database: Database): Verdicts['page'] =>
  async (projectId, asked, most) => {
    const { before, from = 0, to = Number.MAX_SAFE_INTEGER } = asked
    const values = [projectId, ...startOf(before, to), from, ...wantedOf(asked)]
    const found = await database.all(FITTING, ...values, most)
    const last = found.length === most ? found.at(-1) : await database.get(END, ...values)
    return { verdicts: found.map(recordOf), next: last && cursorOf(last) }
  }

const recordOf = ({ record }: Columns): VerdictRecord => unpackVerdict(record as Uint8Array)

/** @returns since when records are packed with the words, as the servers that may read them can. */
export const wordsSince = async (database: Database): Promise<EpochSeconds> =>
  Number((await database.get('SELECT since FROM formats WHERE name = $1', WORDS_FORMAT))?.since)

const recording =
  (database: Database, since: EpochSeconds): Verdicts['record'] =>
  async (verdict, until, movement) => {
    const { jti, projectId, reference, session, issuedAt } = verdict
    const { action, kind, origin, page, network, country, tells } = facetsOf(verdict)
    const facets = [
      action,
      kind,
      origin,
      page,
      network,
      country,
      wordOf(tells),
      ...(movement ? [movement.text, movement.until] : [null, null]),
    ]
    await database.run(INSERT, jti, projectId, reference, session, issuedAt, until, packVerdict(verdict, issuedAt >= since), ...facets)
  }

/** @param since `wordsSince` */
export const createPostgresVerdicts = (database: Database, since: EpochSeconds): Verdicts => ({
  record: recording(database, since),
  async movementOf(projectId, jti, now) {
    const found = await database.get(
      'SELECT movement FROM verdicts WHERE jti = $2 AND project_id = $1 AND movement_until > $3',
      projectId,
      jti,
      now,
    )
    return found && String(found.movement)
  },
  async find(projectId, name) {
    const found = await database.get(FIND, projectId, name)
    return found && recordOf(found)
  },
  recent: async (projectId, most) => (await database.all(RECENT, projectId, most)).map(recordOf),
  async latest(projectId, session) {
    const found = await database.get(OF_SESSION, projectId, session, 1)
    return found && recordOf(found)
  },
  ofSession: async (projectId, session, most) => (await database.all(OF_SESSION, projectId, session, most)).map(recordOf),
  page: pageOf(database),
})
