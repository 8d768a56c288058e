const bands = [0, 1, 2, 3, 4, 5] as const
const OWN = "FROM sketches WHERE project_id = $1 AND session = $2 AND coalesce(thumbprint, '') = coalesce($3, '')"

/**
 * $1 project, $2 session, $3 thumbprint or null, $4 now, $5 to $10 the bands. Each by its own index, the latest first; what is the caller's own, or
 * has ended, is left out of these only then: no number of such rows makes a look longer. `BETWEEN`, since with `=` any index that is in the order of ids would
 * do for the planner, however many rows of others it has to pass.
 */
export const recallSketches = (mostLookedAt: number, mostMet: number): string => `
  SELECT session, thumbprint, body FROM sketches WHERE id IN (${bands
    .map(
      (i) => `
        (SELECT id FROM (
          SELECT id, session, thumbprint, until FROM sketches WHERE project_id = $1 AND band_${i} BETWEEN $${5 + i} AND $${5 + i}
          ORDER BY band_${i} DESC, id DESC LIMIT ${mostLookedAt}
        ) AS latest WHERE until > $4 AND NOT (session = $2 AND coalesce(thumbprint, '') = coalesce($3, '')) ORDER BY id DESC LIMIT ${mostMet})`,
    )
    .join(' UNION ')})`

/** The same, then $11 the end and $12 the body. */
export const keepSketch = (mostOwn: number): string => `
  INSERT INTO sketches (project_id, session, thumbprint, until, body, ${bands.map((i) => `band_${i}`).join(', ')})
  SELECT $1, $2, $3, $11, $12, ${bands.map((i) => `$${5 + i}`).join(', ')}
  WHERE (SELECT count(*) ${OWN}) < ${mostOwn} AND NOT EXISTS (SELECT 1 ${OWN} AND body = $12)`
