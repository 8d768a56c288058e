import { type MetSketch, MOST_LOOKED_AT, MOST_MET, MOST_OWN, SKETCH_BANDS, type Sketch, type Sketches } from '../ports.js'
import type { Database } from './database.js'

const bands = Array.from({ length: SKETCH_BANDS }, (_, i) => i)

/**
 * ?1 project, ?2 session, ?3 thumbprint or NULL, ?4 now, then the bands. Each by its own index, the latest first: left to itself, SQLite
 * reads all that is alive. What is the caller's own, or has ended, is left out of these only then: no number of such rows makes a look longer.
 */
const RECALL = `
  SELECT session, thumbprint, body FROM sketches WHERE id IN (${bands
    .map(
      (i) =>
        `SELECT id FROM (
          SELECT id FROM (SELECT id, session, thumbprint, until FROM sketches INDEXED BY sketches_band_${i} WHERE project_id = ?1 AND band_${i} = ?${5 + i} ORDER BY id DESC LIMIT ${MOST_LOOKED_AT})
          WHERE until > ?4 AND NOT (session = ?2 AND thumbprint IS ?3) ORDER BY id DESC LIMIT ${MOST_MET})`,
    )
    .join(' UNION ')})
`
const OWN = 'FROM sketches INDEXED BY sketches_owner WHERE project_id = ?1 AND session = ?2 AND thumbprint IS ?3'
/** ?1 to ?3 as above, ?4 the end, ?5 the body, then the bands. */
const KEEP = `
  INSERT INTO sketches (project_id, session, thumbprint, until, body, ${bands.map((i) => `band_${i}`).join(', ')})
  SELECT ?1, ?2, ?3, ?4, ?5, ${bands.map((i) => `?${6 + i}`).join(', ')}
  WHERE (SELECT count(*) ${OWN}) < ${MOST_OWN} AND NOT EXISTS (SELECT 1 ${OWN} AND body = ?5)
`

export function createSqliteSketches(database: Database): Sketches {
  const [recalling, keep] = [database.prepare(RECALL), database.prepare(KEEP)]
  const recall = (projectId: string, { session, thumbprint, bands }: Sketch, now: number): readonly MetSketch[] =>
    recalling.all(projectId, session, thumbprint ?? null, now, ...bands).map((row) => ({
      session: String(row.session),
      thumbprint: row.thumbprint === null ? undefined : String(row.thumbprint),
      body: String(row.body),
    }))
  return {
    recall: async (projectId, sketch, now) => recall(projectId, sketch, now),
    meet: (projectId, sketch, until, now) =>
      database.share(() => {
        const met = recall(projectId, sketch, now)
        keep.run(projectId, sketch.session, sketch.thumbprint ?? null, until, sketch.body, ...sketch.bands)
        return met
      }),
  }
}
