import { MOST_KEYS, OTHER, type Rollups } from '../ports.js'
import { gatherRollups } from '../rollups/gather-rollups.js'
import { rollupHourOf, rollupTotalOf } from '../rows.js'
import { createRunSoon } from '../run-soon.js'
import type { Database } from './database.js'

/**
 * A key that has no room is counted with the others. Several servers that write in one moment may each fill what was free. In the same order everywhere, so that nobody
 * waits in a circle.
 */
const ADD = `
  INSERT INTO rollups AS r (project_id, hour, dimension, key, count)
  SELECT project_id, hour, dimension, key, sum(count) FROM (
    SELECT g.project_id, g.hour, g.dimension, g.count, CASE
      WHEN g.key = '${OTHER}' OR known.key IS NOT NULL
        OR (SELECT count(*) FROM rollups AS k WHERE k.project_id = g.project_id AND k.hour = g.hour AND k.dimension = g.dimension AND k.key <> '${OTHER}')
          + row_number() OVER (PARTITION BY g.project_id, g.hour, g.dimension, g.key = '${OTHER}' OR known.key IS NOT NULL ORDER BY g.count DESC)
          <= ${MOST_KEYS} THEN g.key
      ELSE '${OTHER}' END AS key
    FROM unnest($1::text[], $2::double precision[], $3::text[], $4::text[], $5::bigint[]) AS g (project_id, hour, dimension, key, count)
    LEFT JOIN rollups AS known ON known.project_id = g.project_id AND known.hour = g.hour AND known.dimension = g.dimension AND known.key = g.key
  ) AS bounded GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (project_id, dimension, hour, key) DO UPDATE SET count = r.count + excluded.count
`
const SPAN = 'project_id = $1 AND hour >= $2 AND hour < $3'
const TOTALS = `SELECT dimension, key, sum(count) AS count FROM rollups WHERE ${SPAN} AND dimension = ANY ($4::text[]) GROUP BY dimension, key ORDER BY 3 DESC, 2`
const HOURS = `SELECT hour, key, count FROM rollups WHERE ${SPAN} AND dimension = $4 ORDER BY hour`

export interface PostgresRollups extends Rollups {
  /** Writes what is only here. */
  flush(): Promise<void>
}

export function createPostgresRollups(database: Database): PostgresRollups {
  const gathered = gatherRollups()
  let flushing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const taken = gathered.take()
    if (taken.length === 0) return
    try {
      await database.run(
        ADD,
        taken.map(({ projectId }) => projectId),
        taken.map(({ hour }) => hour),
        taken.map(({ dimension }) => dimension),
        taken.map(({ key }) => key),
        taken.map(({ count }) => count),
      )
    } catch (error) {
      gathered.giveBack(taken)
      throw error
    }
  }

  /** One after the other; a failed one keeps nobody from trying again. */
  function flush(): Promise<void> {
    flushing = flushing.catch(() => undefined).then(write)
    return flushing
  }
  const soon = createRunSoon(flush, 1)

  return {
    count(...one) {
      gathered.add(...one)
      soon()
    },
    async totals(projectId, dimensions, from, to) {
      await flush()
      return (await database.all(TOTALS, projectId, from, to, dimensions)).map(rollupTotalOf)
    },
    async hours(projectId, dimension, from, to) {
      await flush()
      return (await database.all(HOURS, projectId, from, to, dimension)).map(rollupHourOf)
    },
    flush,
  }
}
